package vn.ungcuu.notification;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.ungcuu.ForModels;

/** For models: sends the message whose id is the business key. */
@Component("delivery")
@ForModels
public class Delivery {

    private final MessageStore messages;
    private final Transports transports;
    private final Clock clock;

    Delivery(MessageStore messages, Transports transports, Clock clock) {
        this.messages = messages;
        this.transports = transports;
        this.clock = clock;
    }

    /** Once: a message that is marked as sent is left alone. Fails, and is then tried again, when it cannot be handed over. */
    public void deliver(DelegateExecution execution) {
        OutgoingMessage message = messages.message(execution.getProcessBusinessKey());
        if (message.sent()) {
            return;
        }
        Transport transport = transports.by(message.channel());
        if (!transport.isConfigured()) {
            throw new DeliveryFailed(
                    "Kênh gửi (" + message.channel().label() + ") đã bị tắt trong cấu hình sau khi thông báo được lập.",
                    null);
        }
        transport.send(message);
        messages.sent(message.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
