package vn.ungcuu.backup;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.core.env.Environment;

/** The database the application is configured for. */
record Database(String url, String username, String password) {

    private static final String H2_FILE = "jdbc:h2:file:";

    static Database of(Environment environment) {
        return new Database(
                environment.getRequiredProperty("spring.datasource.url"),
                environment.getProperty("spring.datasource.username", "sa"),
                environment.getProperty("spring.datasource.password", ""));
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, username, password);
    }

    boolean isH2() {
        return url.startsWith("jdbc:h2:");
    }

    /** Where a running application on an H2 file hears that a backup is wanted; empty on every other database. */
    Optional<Path> socket() {
        return file().map(file -> file.resolveSibling(file.getFileName() + ".backup"));
    }

    /** The database's path without the ending H2 gives it. */
    Optional<Path> file() {
        return url.startsWith(H2_FILE)
                ? Optional.of(Path.of(url.substring(H2_FILE.length()).split(";", 2)[0])
                        .toAbsolutePath())
                : Optional.empty();
    }

    /** Whether there is anything to read without creating an empty database by looking. */
    boolean exists() {
        return file().map(file -> file.resolveSibling(file.getFileName() + ".mv.db")
                        .toFile()
                        .exists())
                .orElse(true);
    }
}
