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
import java.sql.SQLException;

/** Writes all there is at one moment into one file, while the application works. */
class Backup {

    /** H2's name for what PostgreSQL gives as repeatable read: nothing another transaction does is seen. */
    private static final int H2_SNAPSHOT = 6;

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
            if (!askTheRunningApplication(folder)) {
                try (Connection source = database.connect()) {
                    copy(source, folder.path());
                }
            }
            Contents contents = BackupFile.write(folder.database(), file);
            return "Đã sao lưu vào %s: %s.".formatted(file, contents);
        }
    }

    /**
     * All tables as they are at one moment, although others write meanwhile. H2's own {@code BACKUP TO} will not do: it copies
     * the file piece by piece, and a transaction that ends meanwhile is half in it.
     *
     * @param folder of a {@link WorkFolder}
     */
    static void copy(Connection source, Path folder) throws SQLException {
        boolean h2 = source.getMetaData().getDatabaseProductName().equals("H2");
        try (Connection target = WorkFolder.open(folder)) {
            source.setReadOnly(true);
            source.setTransactionIsolation(h2 ? H2_SNAPSHOT : Connection.TRANSACTION_REPEATABLE_READ);
            source.setAutoCommit(false);
            target.setAutoCommit(false);
            for (Table table : Table.all(source)) {
                table.createIn(target);
                table.copy(source, target, table);
            }
            target.commit();
            source.rollback();
        }
    }

    /** An H2 file belongs to one process: while the application runs, only the application can copy it. */
    private boolean askTheRunningApplication(WorkFolder folder) throws IOException {
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
            channel.write(ByteBuffer.wrap((folder.path() + "\n").getBytes(StandardCharsets.UTF_8)));
            channel.shutdownOutput();
            String answer = new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
            if (!answer.equals(BackupDoor.DONE)) {
                throw new IOException(answer);
            }
            return true;
        }
    }
}
