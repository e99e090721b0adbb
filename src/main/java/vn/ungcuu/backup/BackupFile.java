package vn.ungcuu.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A zip with an H2 database and its SHA-256, whatever database it was taken from. */
final class BackupFile implements AutoCloseable {

    private static final String DATABASE = "database.mv.db";
    private static final String CHECKSUM = "database.mv.db.sha256";

    private final WorkFolder folder;

    private BackupFile(WorkFolder folder) {
        this.folder = folder;
    }

    /** Whole or not at all, and readable by this account only. */
    static Contents write(Path database, Path file) throws IOException, SQLException {
        Path half = file.resolveSibling(file.getFileName() + ".half");
        Files.deleteIfExists(half);
        Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            MessageDigest digest = sha256();
            try (OutputStream out = Files.newOutputStream(half, StandardOpenOption.WRITE);
                    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
                    InputStream in = new DigestInputStream(Files.newInputStream(database), digest)) {
                zip.putNextEntry(new ZipEntry(DATABASE));
                in.transferTo(zip);
                zip.putNextEntry(new ZipEntry(CHECKSUM));
                zip.write(hex(digest).getBytes(StandardCharsets.UTF_8));
            }
            Contents contents;
            try (BackupFile written = open(half)) { // what cannot be read back is no backup
                contents = written.contents();
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            return contents;
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /** @throws RefusedException when it is no backup or not as it was written */
    static BackupFile open(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new RefusedException("Không đọc được tệp " + file + ". Hãy kiểm tra tên tệp và quyền đọc.");
        }
        WorkFolder folder = new WorkFolder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry(DATABASE) == null || zip.getEntry(CHECKSUM) == null) {
                throw new ZipException("entries are missing");
            }
            folder.unpack(file);
            String expected =
                    new String(zip.getInputStream(zip.getEntry(CHECKSUM)).readAllBytes(), StandardCharsets.UTF_8);
            MessageDigest digest = sha256();
            try (InputStream in = new DigestInputStream(Files.newInputStream(folder.database()), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            if (!hex(digest).equals(expected)) {
                throw new ZipException("the checksum differs");
            }
            return new BackupFile(folder);
        } catch (ZipException damaged) {
            folder.close();
            throw new RefusedException(
                    "Tệp " + file + " bị hỏng hoặc không phải bản sao lưu của Ứng cứu. Hãy dùng bản sao lưu khác.");
        }
    }

    Connection connect() throws SQLException {
        return folder.open(WorkFolder.USER, "");
    }

    Contents contents() throws SQLException {
        try (Connection connection = connect()) {
            return Contents.of(connection);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
