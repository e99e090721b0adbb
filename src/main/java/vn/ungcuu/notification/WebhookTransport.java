package vn.ungcuu.notification;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Events for other tools, signed so that the receiver knows they are ours. */
@Component
class WebhookTransport implements Transport {

    static final String SIGNATURE = "X-UngCuu-Signature";
    static final String DELIVERY = "X-UngCuu-Delivery";

    private static final String ALGORITHM = "HmacSHA256";

    private final NotificationSettings.Webhook settings;
    private final HttpPost post;

    /** @throws WebhookWithoutSecret when an address is given and no secret */
    WebhookTransport(NotificationSettings settings, HttpPost post) {
        this.settings = settings.webhook();
        this.post = post;
        if (isConfigured() && this.settings.secret().isBlank()) {
            throw new WebhookWithoutSecret();
        }
    }

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public boolean isConfigured() {
        return !settings.url().isEmpty();
    }

    @Override
    public void send(OutgoingMessage message) {
        byte[] body = message.body().getBytes(StandardCharsets.UTF_8);
        post.send(
                "Đầu nhận webhook",
                settings.url(),
                Map.of(SIGNATURE, "sha256=" + HexFormat.of().formatHex(signature(body)), DELIVERY, message.id()),
                MediaType.APPLICATION_JSON_VALUE,
                body);
    }

    private byte[] signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(settings.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
