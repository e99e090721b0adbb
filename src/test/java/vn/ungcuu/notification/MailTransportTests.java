package vn.ungcuu.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.mail.Address;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import vn.ungcuu.deadline.DutyRoster;
import vn.ungcuu.notification.Recipient.Office;
import vn.ungcuu.organization.Office.Kind;
import vn.ungcuu.organization.Organization;

/** What a mail server answers that a tame one in a test does not. */
@ExtendWith(OutputCaptureExtension.class)
class MailTransportTests {

    private static final Address GOOD = address("vanphong@xa.example");
    private static final Address BAD = address("khong-con@xa.example");

    private final JavaMailSender server = mock();
    private final Organization organization = mock();
    private final NotificationSettings settings = new Binder(new MapConfigurationPropertySource(Map.of()))
            .bindOrCreate("ung-cuu", NotificationSettings.class);

    private final MailTransport transport = new MailTransport(
            new StaticListableBeanFactory(Map.of("sender", server)).getBeanProvider(JavaMailSender.class),
            settings,
            new Wording(settings),
            organization,
            mock(DutyRoster.class),
            mock(ToldPeople.class),
            Clock.systemUTC());

    private final OutgoingMessage message = new OutgoingMessage(
            "id-of-the-message",
            Channel.MAIL,
            new Office("office"),
            false,
            new Notice(NoticeEvent.REMINDER, List.of(new Office("office")), null, false, "Nhắc việc", "Nội dung", null),
            null,
            false);

    @BeforeEach
    void officeWithAMailbox() {
        when(organization.office("office"))
                .thenReturn(Optional.of(
                        new vn.ungcuu.organization.Office("office", "Văn phòng", Kind.OFFICE, GOOD.toString())));
        when(server.createMimeMessage()).thenAnswer(call -> new MimeMessage((jakarta.mail.Session) null));
    }

    @Test
    void mailRefusedForSomeAddressesIsSentAndTheLogNamesThem(CapturedOutput log) {
        refuses(new SendFailedException("550", null, new Address[] {GOOD}, new Address[0], new Address[] {BAD}));

        assertThatCode(() -> transport.send(message)).doesNotThrowAnyException();
        assertThat(log.getOut()).contains("refused for [khong-con@xa.example]");
    }

    @Test
    void mailRefusedForEveryAddressIsTriedAgain() {
        refuses(new SendFailedException("550", null, new Address[0], new Address[] {GOOD}, new Address[] {BAD}));

        assertThatThrownBy(() -> transport.send(message)).isInstanceOf(DeliveryFailed.class);
    }

    @Test
    void mailTheServerHasTakenIsSentAlthoughTheConnectionBreaksThen(CapturedOutput log) {
        doThrow(new MailSendException("Failed to close server connection", null, Map.of()))
                .when(server)
                .send(any(MimeMessage.class));

        assertThatCode(() -> transport.send(message)).doesNotThrowAnyException();
        assertThat(log.getOut()).contains("was sent, but the connection did not end as it should");
    }

    private void refuses(SendFailedException answer) {
        doThrow(new MailSendException(Map.of("the mail", answer))).when(server).send(any(MimeMessage.class));
    }

    private static Address address(String text) {
        try {
            return new InternetAddress(text);
        } catch (jakarta.mail.internet.AddressException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
