package vn.ungcuu.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupOfOneMomentTests {

    private static final int BACKUPS = 20;

    @TempDir
    Path folder;

    @Test
    void noTransactionOfOthersIsHalfInACopy() throws Exception {
        try (Connection source = connect();
                Statement statement = source.createStatement()) {
            statement.execute("create table parent (id bigint primary key)");
            statement.execute(
                    "create table child (id bigint primary key, parent bigint references parent, text varchar)");
            statement.execute("create table total (parents bigint)");
            statement.execute("insert into total values (0)");
            AtomicBoolean enough = new AtomicBoolean();
            CompletableFuture<Void> work = CompletableFuture.runAsync(() -> write(enough));
            try {
                for (int i = 0; i < BACKUPS; i++) {
                    try (WorkFolder copy = new WorkFolder();
                            Connection connection = connect()) {
                        Backup.copy(connection, copy.path());
                        agreesWithItself(copy);
                    }
                }
            } finally {
                enough.set(true);
                work.join();
            }
        }
    }

    private static void agreesWithItself(WorkFolder copy) throws SQLException {
        try (Connection connection = copy.open();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select (select parents from total), (select count(*) from parent), (select count(*) from child),
                               (select count(*) from child where parent not in (select id from parent))""")) {
            row.next();
            long parents = row.getLong(1);
            assertThat(row.getLong(2)).isEqualTo(parents);
            assertThat(row.getLong(3)).isEqualTo(2 * parents);
            assertThat(row.getLong(4)).isZero();
        }
    }

    /** One parent with two children a transaction; some are taken away again, so that the copy stays small. */
    private void write(AtomicBoolean enough) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (long id = 1; !enough.get(); id++) {
                statement.execute("insert into parent values (%d)".formatted(id));
                statement.execute("insert into child values (%d, %d, repeat('x', 2000)), (%d, %d, repeat('y', 2000))"
                        .formatted(2 * id, id, 2 * id + 1, id));
                statement.execute("update total set parents = parents + 1");
                connection.commit();
                if (id > 100) {
                    statement.execute("delete from child where parent = %d".formatted(id - 100));
                    statement.execute("delete from parent where id = %d".formatted(id - 100));
                    statement.execute("update total set parents = parents - 1");
                    connection.commit();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("used"), "sa", "");
    }
}
