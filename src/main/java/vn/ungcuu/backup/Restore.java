package vn.ungcuu.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngineConfiguration;

/** Puts a backup into an empty installation, all of it or nothing. */
class Restore {

    /** H2: another process has the file. */
    private static final int FILE_IN_USE = 90020;

    /** What holds rows as soon as the tables are there, before anybody has started the application. */
    private static final Set<String> FILLED_FROM_THE_START =
            Set.of("incident_number", "act_ge_property", "act_ge_schema_log", "act_ru_meter_log");

    private final DataSource target;

    Restore(DataSource target) {
        this.target = target;
    }

    static void refuseUnlessEmpty(Database database) throws SQLException {
        if (!database.exists()) {
            return;
        }
        try (Connection connection = database.connect()) {
            for (Table table : Table.all(connection)) {
                if (!FILLED_FROM_THE_START.contains(table.name()) && table.count(connection) > 0) {
                    throw new RefusedException("Cơ sở dữ liệu " + database.url()
                            + " đã có dữ liệu nên không ghi đè. Hãy khôi phục vào một cơ sở dữ liệu trống.");
                }
            }
        } catch (SQLException e) {
            if (e.getErrorCode() == FILE_IN_USE) {
                throw new RefusedException("Chương trình đang chạy trên cơ sở dữ liệu " + database.url()
                        + ". Hãy dừng chương trình rồi khôi phục vào một cơ sở dữ liệu trống.");
            }
            throw e;
        }
    }

    /** @return a sentence that says what was restored */
    String from(BackupFile backup) throws SQLException {
        createEngineTables();
        try (Connection source = backup.connect();
                Connection connection = target.getConnection()) {
            List<Table> tables = Table.all(source);
            Map<String, Table> targets =
                    Table.all(connection).stream().collect(Collectors.toMap(Table::name, Function.identity()));
            refuseAnotherVersion(tables, targets);
            connection.setAutoCommit(false);
            try {
                copy(source, connection, tables, targets);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
            // Until it knows of so many new rows, PostgreSQL answers some questions a hundred times as slowly.
            run(connection, "analyze");
            connection.commit();
            return "Đã khôi phục: %s.".formatted(Contents.of(connection));
        }
    }

    private void createEngineTables() {
        ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration()
                .setDataSource(target)
                .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
                .setJobExecutorActivate(false)
                .buildProcessEngine()
                .close();
    }

    private static void refuseAnotherVersion(List<Table> tables, Map<String, Table> targets) {
        for (Table table : tables) {
            Table there = targets.get(table.name());
            if (there == null || !names(there).containsAll(names(table))) {
                throw new RefusedException("Bản sao lưu thuộc phiên bản khác của Ứng cứu (bảng " + table.name()
                        + "). Hãy khôi phục bằng đúng phiên bản đã sao lưu, rồi nâng cấp.");
            }
        }
    }

    private static Set<String> names(Table table) {
        return table.columns().stream().map(Table.Column::name).collect(Collectors.toSet());
    }

    private static void copy(Connection source, Connection connection, List<Table> tables, Map<String, Table> targets)
            throws SQLException {
        References references = References.of(connection);
        // On H2 a change of a table ends the transaction, so numbering goes on from the right place before anything is
        // written.
        for (Table table : tables) {
            Table there = targets.get(table.name());
            if (there.numbered().isPresent()) {
                Table.Column column = there.numbered().get();
                run(
                        connection,
                        "alter table %s alter column %s restart with %d"
                                .formatted(table.name(), column.name(), table.highest(source, column) + 1));
            }
        }
        references.loosen();
        for (Table table : tables) {
            run(connection, "delete from " + table.name());
        }
        for (Table table : tables) {
            table.copy(source, connection, targets.get(table.name()));
            if (table.count(source) != table.count(connection)) {
                throw new SQLException("Not every row arrived in " + table.name());
            }
        }
        references.tighten();
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** References between rows, checked when all rows are there: some go round in a circle, so no order would do. */
    private record References(Connection connection, boolean h2, List<String> constraints) {

        static References of(Connection connection) throws SQLException {
            boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
            List<String> constraints = new ArrayList<>();
            if (!h2) {
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery("""
                                select format('alter table %I alter constraint %I ', t.relname, c.conname)
                                from pg_constraint c join pg_class t on t.oid = c.conrelid
                                where c.contype = 'f' and not c.condeferrable
                                  and t.relnamespace = current_schema()::regnamespace""")) {
                    while (row.next()) {
                        constraints.add(row.getString(1));
                    }
                }
            }
            return new References(connection, h2, constraints);
        }

        void loosen() throws SQLException {
            if (h2) {
                run(connection, "set referential_integrity false");
            }
            for (String constraint : constraints) {
                run(connection, constraint + "deferrable initially deferred");
            }
        }

        void tighten() throws SQLException {
            if (h2) {
                // ends the transaction: everything has been written and counted
                run(connection, "set referential_integrity true");
            } else {
                run(connection, "set constraints all immediate");
            }
            for (String constraint : constraints) {
                run(connection, constraint + "not deferrable");
            }
        }
    }
}
