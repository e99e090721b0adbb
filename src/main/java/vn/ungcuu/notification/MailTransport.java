package vn.ungcuu.notification;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.lang.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import vn.ungcuu.deadline.DutyRoster;
import vn.ungcuu.organization.Office;
import vn.ungcuu.organization.Organization;
import vn.ungcuu.organization.Person;

/** Mail. Whom an office's mail goes to is asked when it is sent: removed means removed. */
@Component
class MailTransport implements Transport {

    private static final Logger LOG = LoggerFactory.getLogger(MailTransport.class);

    private final @Nullable JavaMailSender sender;
    private final NotificationSettings settings;
    private final Wording wording;
    private final Organization organization;
    private final DutyRoster roster;
    private final ToldPeople people;
    private final Clock clock;

    MailTransport(
            ObjectProvider<JavaMailSender> sender,
            NotificationSettings settings,
            Wording wording,
            Organization organization,
            DutyRoster roster,
            ToldPeople people,
            Clock clock) {
        this.sender = sender.getIfAvailable();
        this.settings = settings;
        this.wording = wording;
        this.organization = organization;
        this.roster = roster;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public boolean isConfigured() {
        return sender != null;
    }

    @Override
    public void send(OutgoingMessage message) {
        List<InternetAddress> addresses = addresses(message).stream()
                .flatMap(address -> parsed(message, address).stream())
                .toList();
        if (addresses.isEmpty()) {
            LOG.info("Mail {} to {}: nobody with an address wants it, nothing is sent", message.id(), message.to());
            return;
        }
        try {
            sender.send(mail(message, addresses));
        } catch (MailSendException e) {
            if (e.getFailedMessages().isEmpty()) {
                // The server has taken the mail; what failed was to say goodbye. A mail that is not taken is named.
                LOG.warn("Mail {} was sent, but the connection did not end as it should", message.id(), e);
                return;
            }
            List<SendFailedException> refused = partlySent(e);
            if (refused.isEmpty()) {
                throw failed(e);
            }
            refused.forEach(some -> LOG.warn(
                    "Mail {} was sent, but refused for {} {}",
                    message.id(),
                    Arrays.toString(some.getInvalidAddresses()),
                    Arrays.toString(some.getValidUnsentAddresses())));
        } catch (MailException | MessagingException | UnsupportedEncodingException e) {
            throw failed(e);
        }
    }

    private List<String> addresses(OutgoingMessage message) {
        if (message.to() instanceof Recipient.Office office) {
            Optional<String> mailbox =
                    organization.office(office.groupId()).map(Office::email).filter(email -> !email.isEmpty());
            return mailbox.map(List::of)
                    .orElseGet(
                            () -> ofMembers(office.groupId(), message.notice().event()));
        }
        // Somebody who belongs to no office any more is no longer told of what goes on in it.
        return organization.person(((Recipient.Person) message.to()).userId()).stream()
                .filter(person ->
                        !person.officeIds().isEmpty() && !person.email().isEmpty())
                .filter(person -> message.onDuty()
                        || !people.wishesOf(person.id())
                                .muted()
                                .contains(message.notice().event()))
                .map(Person::email)
                .toList();
    }

    private List<String> ofMembers(String groupId, NoticeEvent event) {
        List<Person> members = organization.members(groupId).stream()
                .filter(member -> !member.email().isEmpty())
                .toList();
        Map<String, Wishes> wishes =
                people.wishesOf(members.stream().map(Person::id).toList());
        Set<String> onDuty = Set.copyOf(roster.onDuty(groupId, clock.instant()));
        return members.stream()
                .filter(member -> onDuty.contains(member.id())
                        || !wishes.getOrDefault(member.id(), Wishes.NONE)
                                .muted()
                                .contains(event))
                .map(Person::email)
                .toList();
    }

    /** One address that nobody can write to must not keep the others from their mail. */
    private static Optional<InternetAddress> parsed(OutgoingMessage message, String address) {
        try {
            return Optional.of(new InternetAddress(address, true));
        } catch (AddressException e) {
            LOG.warn("Mail {}: “{}” is no address, left out", message.id(), address);
            return Optional.empty();
        }
    }

    private MimeMessage mail(OutgoingMessage message, List<InternetAddress> to)
            throws MessagingException, UnsupportedEncodingException {
        MimeMessage mail = sender.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.mail().from(), "Ứng cứu");
        helper.setTo(to.toArray(InternetAddress[]::new));
        helper.setSubject(wording.subject(message.notice()));
        helper.setText(wording.body(message.notice()));
        helper.setSentDate(Date.from(clock.instant()));
        // Stable: a mail that is sent again after a failure that was none is recognized as the same.
        mail.setHeader(
                "Message-ID",
                "<" + message.id() + "@" + URI.create(settings.baseUrl()).getHost() + ">");
        // No answers by machines, such as out-of-office notes (RFC 3834).
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }

    /** The failures that are none: the server took the mail for some of the addresses. */
    private static List<SendFailedException> partlySent(MailSendException failure) {
        return failure.getFailedMessages().values().stream()
                .filter(SendFailedException.class::isInstance)
                .map(SendFailedException.class::cast)
                .filter(some -> count(some.getValidSentAddresses()) > 0)
                .toList();
    }

    private static int count(@Nullable Address[] addresses) {
        return addresses == null ? 0 : addresses.length;
    }

    private static DeliveryFailed failed(Exception e) {
        return new DeliveryFailed("Máy chủ thư không nhận thư: " + e.getMessage(), e);
    }
}
