package vn.ungcuu.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.zip.ZipFile;
import org.springframework.util.FileSystemUtils;

/** A folder for this account alone, with the database of a backup in it; gone when closed. */
class WorkFolder implements AutoCloseable {

    /** Who opens the database within a backup, without a password: what protects it are the file's permissions. */
    static final String USER = "ungcuu_backup";

    private final Path path = Files.createTempDirectory("ung-cuu-backup"); // permissions 700

    WorkFolder() throws IOException {}

    Path path() {
        return path;
    }

    Path database() {
        return path.resolve("backup.mv.db");
    }

    void unpack(Path zip) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            var entry = file.stream()
                    .filter(each -> each.getName().endsWith(".mv.db"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no database in " + zip));
            try (InputStream in = file.getInputStream(entry)) {
                Files.copy(in, database());
            }
        }
    }

    Connection open(String username, String password) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + path.resolve("backup"), username, password);
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(path);
    }
}
