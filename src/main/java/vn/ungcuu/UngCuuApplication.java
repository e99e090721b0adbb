package vn.ungcuu;

import java.time.ZoneId;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import vn.ungcuu.backup.BackupCommand;

@SpringBootApplication
public class UngCuuApplication {

    /** The zone in which the procedure counts its deadlines, wherever the machine stands. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    public static void main(String[] args) {
        // The engine computes timers in the JVM's default zone; the machine's own may be anything.
        TimeZone.setDefault(TimeZone.getTimeZone(ZONE));
        if (BackupCommand.isMeantBy(args)) {
            System.exit(BackupCommand.run(args));
        }
        SpringApplication.run(UngCuuApplication.class, args);
    }
}
