package vn.ungcuu.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/**
 * A mail server for trying mail out: takes whatever is sent to port 3025 of this computer, shows it and sends it to
 * nobody. {@code bin/mail-catcher} runs this file as it stands, so it uses nothing else of the project.
 */
public final class MailCatcher {

    private static final int PORT = 3025;

    private MailCatcher() {}

    public static void main(String[] arguments) throws MessagingException, IOException {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        GreenMail server = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        out.println("Đang nhận thư ở 127.0.0.1:" + PORT + " (dừng / stop: Ctrl+C)");
        Set<String> shown = new HashSet<>();
        while (true) {
            server.waitForIncomingEmail(1000, 1);
            for (MimeMessage mail : server.getReceivedMessages()) {
                // A mail to several people is there once for each of them.
                if (shown.add(mail.getMessageID())) {
                    show(mail, out);
                }
            }
        }
    }

    private static void show(MimeMessage mail, PrintStream out) throws MessagingException, IOException {
        out.println();
        out.println("─".repeat(100));
        out.println("Từ:      " + decoded(mail.getFrom()));
        out.println("Tới:     " + decoded(mail.getRecipients(RecipientType.TO)));
        out.println("Tiêu đề: " + mail.getSubject());
        out.println("Mã thư:  " + mail.getMessageID());
        out.println();
        out.println(mail.getContent().toString().strip());
    }

    private static String decoded(Address[] addresses) {
        return Arrays.stream(addresses)
                .map(address ->
                        address instanceof InternetAddress internet ? internet.toUnicodeString() : address.toString())
                .collect(Collectors.joining(", "));
    }
}
