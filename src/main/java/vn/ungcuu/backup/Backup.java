package vn.ungcuu.backup;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Writes all there is at one moment into one file, while the application works. */
class Backup {

    private final Database database;

    Backup(Database database) {
        this.database = database;
    }

    /** @return a sentence that says what was saved and where */
    String to(Path file) throws IOException, SQLException {
        if (Files.exists(file)) {
            throw new RefusedException("Tệp " + file + " đã có. Hãy chọn tên khác.");
        }
        if (!database.exists()) {
            throw new RefusedException("Chưa có cơ sở dữ liệu nào ở " + database.url() + ". Hãy kiểm tra cấu hình.");
        }
        try (WorkFolder folder = new WorkFolder()) {
            if (database.isH2()) {
                copyFile(folder);
            } else {
                copyTables(folder);
            }
            Contents contents = BackupFile.write(folder.database(), file);
            return "Đã sao lưu vào %s: %s.".formatted(file, contents);
        }
    }

    private void copyFile(WorkFolder folder) throws IOException, SQLException {
        Path zip = folder.path().resolve("h2.zip");
        if (!askTheRunningApplication(zip)) {
            try (Connection connection = database.connect()) {
                backUp(connection, zip);
            }
        }
        folder.unpack(zip);
        // The file's own user and password are the site's: whoever restores it need not know them.
        try (Connection connection = folder.open(database.username(), database.password());
                var statement = connection.createStatement()) {
            statement.execute("create user " + WorkFolder.USER + " password '' admin");
        }
    }

    /** H2's own command; consistent although others write meanwhile. */
    static void backUp(Connection connection, Path zip) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("backup to ?")) {
            statement.setString(1, zip.toString());
            statement.execute();
        }
    }

    /** An H2 file belongs to one process: while the application runs, only the application can copy it. */
    private boolean askTheRunningApplication(Path zip) throws IOException {
        Path socket = database.socket().orElse(null);
        if (socket == null || !Files.exists(socket)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            try {
                channel.connect(UnixDomainSocketAddress.of(socket));
            } catch (IOException nobodyListens) {
                return false; // left behind by an application that was killed
            }
            channel.write(ByteBuffer.wrap((zip + "\n").getBytes(StandardCharsets.UTF_8)));
            channel.shutdownOutput();
            String answer = new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
            if (!answer.equals(BackupDoor.DONE)) {
                throw new IOException(answer);
            }
            return true;
        }
    }

    private void copyTables(WorkFolder folder) throws SQLException {
        try (Connection source = database.connect();
                Connection target = folder.open(WorkFolder.USER, "")) {
            source.setReadOnly(true);
            source.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            source.setAutoCommit(false);
            target.setAutoCommit(false);
            for (Table table : Table.all(source)) {
                table.createIn(target);
                table.copy(source, target, table);
            }
            target.commit();
        }
    }
}
