package vn.ungcuu.notification;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.ungcuu.organization.Organization;

/** SMS, or a messenger, by whatever HTTP gateway the commune has. */
@Component
class SmsTransport implements Transport {

    private static final Logger LOG = LoggerFactory.getLogger(SmsTransport.class);

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(to|text)}");

    private final NotificationSettings.Sms settings;
    private final Wording wording;
    private final Organization organization;
    private final ToldPeople people;
    private final HttpPost post;

    SmsTransport(
            NotificationSettings settings,
            Wording wording,
            Organization organization,
            ToldPeople people,
            HttpPost post) {
        this.settings = settings.sms();
        this.wording = wording;
        this.organization = organization;
        this.people = people;
        this.post = post;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public boolean isConfigured() {
        return !settings.url().isEmpty();
    }

    @Override
    public void send(OutgoingMessage message) {
        String userId = ((Recipient.Person) message.to()).userId();
        Optional<String> phone = organization
                .person(userId)
                .filter(person -> !person.officeIds().isEmpty())
                .map(person -> people.wishesOf(userId).phone());
        if (phone.isEmpty()) {
            LOG.info("SMS {} to {}: no phone number any more, nothing is sent", message.id(), userId);
            return;
        }
        post.send(
                "Cổng SMS",
                settings.url(),
                settings.headers(),
                settings.contentType(),
                body(phone.get(), wording.shortText(message.notice())).getBytes(StandardCharsets.UTF_8));
    }

    /** In one pass: a text that happens to contain a placeholder stays as it is. */
    private String body(String to, String text) {
        Map<String, String> values = Map.of("to", to, "text", text);
        return PLACEHOLDER
                .matcher(settings.body())
                .replaceAll(found -> Matcher.quoteReplacement(escaped(values.get(found.group(1)))));
    }

    private static String escaped(String value) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(value));
    }
}
