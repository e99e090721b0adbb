package vn.ungcuu.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Copies a running H2 file for {@code bin/backup}. The door is a socket in the file system beside the database, open to the
 * account the application runs under: no port, no password, and whoever can open it could read the database anyway.
 */
@Component
class BackupDoor implements SmartLifecycle {

    static final String DONE = "ok";

    private static final Logger log = LoggerFactory.getLogger(BackupDoor.class);

    private final DataSource dataSource;
    private final Path socket;
    private ServerSocketChannel door;

    BackupDoor(DataSource dataSource, Environment environment) {
        this.dataSource = dataSource;
        String url = environment.getProperty("spring.datasource.url", "");
        this.socket = new Database(url, "", "").socket().orElse(null);
    }

    @Override
    public void start() {
        if (socket == null) {
            return;
        }
        try {
            // The database file is ours alone, so nobody listens at a socket that is still there.
            Files.deleteIfExists(socket);
            ServerSocketChannel opened = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            opened.bind(UnixDomainSocketAddress.of(socket));
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
            door = opened;
            Thread thread = new Thread(() -> serve(opened), "backup-door");
            thread.setDaemon(true);
            thread.start();
        } catch (IOException | UnsupportedOperationException e) {
            // Work is more important than the copy of it: without the door, bin/backup asks for the application to be
            // stopped.
            log.warn("No backup while running: {} cannot be opened", socket, e);
        }
    }

    private void serve(ServerSocketChannel opened) {
        while (opened.isOpen()) {
            try (SocketChannel client = opened.accept()) {
                answer(client);
            } catch (ClosedChannelException stopped) {
                return;
            } catch (IOException e) {
                log.warn("A request for a backup broke off", e);
            }
        }
    }

    private void answer(SocketChannel client) throws IOException {
        String answer = DONE;
        try (Connection connection = dataSource.getConnection();
                BufferedReader reader = new BufferedReader(Channels.newReader(client, StandardCharsets.UTF_8))) {
            Backup.backUp(connection, Path.of(reader.readLine()));
            client.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            log.warn("A backup failed", e);
            if (client.isOpen()) {
                client.write(ByteBuffer.wrap(String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    @Override
    public void stop() {
        try {
            if (door != null) {
                door.close();
                Files.deleteIfExists(socket);
            }
        } catch (IOException e) {
            log.warn("{} could not be closed", socket, e);
        }
        door = null;
    }

    @Override
    public boolean isRunning() {
        return door != null;
    }
}
