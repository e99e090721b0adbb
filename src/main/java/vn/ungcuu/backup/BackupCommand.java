package vn.ungcuu.backup;

import java.nio.file.Path;
import java.util.Arrays;
import javax.sql.DataSource;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code java -jar ung-cuu.jar backup FILE} and {@code restore FILE}, with the settings the application itself has, so that
 * no password is ever on a command line.
 */
public final class BackupCommand {

    private BackupCommand() {}

    public static boolean isMeantBy(String[] arguments) {
        return arguments.length > 0 && (arguments[0].equals("backup") || arguments[0].equals("restore"));
    }

    /** Exit code: 0 when done, 1 when refused or failed, with a sentence on the error output; then nothing was changed. */
    public static int run(String... arguments) {
        if (arguments.length < 2 || arguments[1].startsWith("--")) {
            System.err.println("Hãy ghi tên tệp sao lưu, ví dụ: bin/backup ung-cuu.zip");
            return 1;
        }
        Path file = Path.of(arguments[1]);
        String[] settings = Arrays.copyOfRange(arguments, 2, arguments.length);
        try {
            System.out.println(arguments[0].equals("backup") ? backup(file, settings) : restore(file, settings));
            return 0;
        } catch (RefusedException refused) {
            System.err.println(refused.getMessage());
        } catch (Exception failure) {
            System.err.println("Không thực hiện được, dữ liệu vẫn như cũ: " + failure);
        }
        return 1;
    }

    private static String backup(Path file, String... settings) throws Exception {
        try (ConfigurableApplicationContext context = start(SettingsOnly.class, settings)) {
            return new Backup(Database.of(context.getEnvironment())).to(file);
        }
    }

    private static String restore(Path file, String... settings) throws Exception {
        try (BackupFile backup = BackupFile.open(file)) {
            try (ConfigurableApplicationContext context = start(SettingsOnly.class, settings)) {
                Restore.refuseUnlessEmpty(Database.of(context.getEnvironment()));
            }
            try (ConfigurableApplicationContext context = start(Schema.class, settings)) {
                return new Restore(context.getBean(DataSource.class)).from(backup);
            }
        }
    }

    private static ConfigurableApplicationContext start(Class<?> what, String... settings) {
        return new SpringApplicationBuilder(what)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties("logging.level.root=WARN", "logging.level.org.camunda=ERROR")
                .run(settings);
    }

    /** Reads the settings and starts nothing. */
    static class SettingsOnly {}

    /** Brings our tables into being as every start of the application does. */
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    static class Schema {}
}
