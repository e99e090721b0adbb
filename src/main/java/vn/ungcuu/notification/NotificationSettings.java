package vn.ungcuu.notification;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages leave the application; what has no address is off. Mail is on when {@code spring.mail.host} is set.
 *
 * @param baseUrl where people reach the application, for links in mails
 */
@ConfigurationProperties("ung-cuu")
record NotificationSettings(
        @DefaultValue("http://localhost:8080") String baseUrl,
        @DefaultValue Mail mail,
        @DefaultValue Sms sms,
        @DefaultValue Webhook webhook) {

    NotificationSettings {
        baseUrl = baseUrl.replaceFirst("/+$", "");
    }

    /** @param from the address mails come from */
    record Mail(@DefaultValue("ung-cuu@localhost") String from) {}

    /**
     * A gateway for SMS or a messenger.
     *
     * @param headers sent along, e.g. {@code Authorization}
     * @param body JSON in which {@code {to}} and {@code {text}} are replaced
     * @param ascii whether it cannot carry Vietnamese letters
     */
    record Sms(
            @DefaultValue("") String url,
            @DefaultValue Map<String, String> headers,

            @DefaultValue("{\"to\":\"{to}\",\"text\":\"{text}\"}")
            String body,

            @DefaultValue("application/json") String contentType,
            @DefaultValue("false") boolean ascii) {}

    /** @param secret what the receiver checks the signature with */
    record Webhook(
            @DefaultValue("") String url, @DefaultValue("") String secret) {}
}
