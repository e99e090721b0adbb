package vn.ungcuu.backup;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A table as both databases understand it; names in lower case, which both take unquoted. */
record Table(String name, List<Column> columns) {

    private static final int ROWS_AT_ONCE = 500;

    /** Kept by Flyway itself, or logins, which nobody wants back from a backup. */
    private static final List<String> LEFT_OUT =
            List.of("flyway_schema_history", "spring_session", "spring_session_attributes");

    enum Kind {
        TEXT("character varying"),
        INTEGER("integer"),
        BIGINT("bigint"),
        DOUBLE("double precision"),
        BOOLEAN("boolean"),
        BYTES("binary large object"),
        TIME("timestamp(9)"),
        ZONED_TIME("timestamp(9) with time zone");

        private final String h2;

        Kind(String h2) {
            this.h2 = h2;
        }

        static Kind of(int type, String typeName) throws SQLException {
            String name = typeName.toLowerCase(Locale.ROOT);
            if (name.equals("timestamptz") || type == Types.TIMESTAMP_WITH_TIMEZONE) {
                return ZONED_TIME;
            }
            return switch (type) {
                case Types.VARCHAR, Types.CHAR, Types.CLOB, Types.LONGVARCHAR, Types.NVARCHAR -> TEXT;
                case Types.INTEGER, Types.SMALLINT, Types.TINYINT -> INTEGER;
                case Types.BIGINT -> BIGINT;
                case Types.DOUBLE, Types.FLOAT, Types.REAL -> DOUBLE;
                case Types.BOOLEAN, Types.BIT -> BOOLEAN;
                case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BYTES;
                case Types.TIMESTAMP -> TIME;
                default -> throw new SQLException("A column type that is not known here: " + typeName);
            };
        }

        Object read(ResultSet row, int column) throws SQLException {
            Object value = switch (this) {
                case TEXT -> row.getString(column);
                case INTEGER -> row.getInt(column);
                case BIGINT -> row.getLong(column);
                case DOUBLE -> row.getDouble(column);
                case BOOLEAN -> row.getBoolean(column);
                case BYTES -> row.getBytes(column);
                case TIME -> row.getObject(column, LocalDateTime.class);
                case ZONED_TIME -> row.getObject(column, OffsetDateTime.class);
            };
            return row.wasNull() ? null : value;
        }

        int jdbcType() {
            return switch (this) {
                case TEXT -> Types.VARCHAR;
                case INTEGER -> Types.INTEGER;
                case BIGINT -> Types.BIGINT;
                case DOUBLE -> Types.DOUBLE;
                case BOOLEAN -> Types.BOOLEAN;
                case BYTES -> Types.VARBINARY;
                case TIME -> Types.TIMESTAMP;
                case ZONED_TIME -> Types.TIMESTAMP_WITH_TIMEZONE;
            };
        }
    }

    /** @param numbered its values are given by the database */
    record Column(String name, Kind kind, boolean numbered) {}

    static List<Table> all(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        DatabaseMetaData metaData = connection.getMetaData();
        try (ResultSet found = metaData.getTables(
                connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                names.add(found.getString("TABLE_NAME"));
            }
        }
        List<Table> all = new ArrayList<>();
        for (String name : names) {
            if (!LEFT_OUT.contains(name.toLowerCase(Locale.ROOT))) {
                all.add(new Table(name.toLowerCase(Locale.ROOT), columns(connection, name)));
            }
        }
        return all;
    }

    private static List<Column> columns(Connection connection, String table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (ResultSet found = connection
                .getMetaData()
                .getColumns(connection.getCatalog(), connection.getSchema(), table.replace("_", "\\_"), "%")) {
            while (found.next()) {
                columns.add(new Column(
                        found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT),
                        Kind.of(found.getInt("DATA_TYPE"), found.getString("TYPE_NAME")),
                        "YES".equals(found.getString("IS_AUTOINCREMENT"))));
            }
        }
        return columns;
    }

    /** Without keys and checks: what is copied obeyed them where it comes from, and will where it goes. */
    void createIn(Connection h2) throws SQLException {
        try (Statement statement = h2.createStatement()) {
            statement.execute("create table %s (%s)"
                    .formatted(
                            name,
                            columns.stream()
                                    .map(column -> column.name() + " " + column.kind().h2)
                                    .collect(Collectors.joining(", "))));
        }
    }

    Optional<Column> numbered() {
        return columns.stream().filter(Column::numbered).findFirst();
    }

    long count(Connection connection) throws SQLException {
        return number(connection, "select count(*) from " + name);
    }

    long highest(Connection connection, Column column) throws SQLException {
        return number(connection, "select coalesce(max(%s), 0) from %s".formatted(column.name(), name));
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** @param to the same table as the target knows it, with at least the same columns */
    void copy(Connection source, Connection target, Table to) throws SQLException {
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String marks = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        List<Kind> kinds = columns.stream()
                .map(column -> to.columns().stream()
                        .filter(each -> each.name().equals(column.name()))
                        .findFirst()
                        .orElseThrow()
                        .kind())
                .toList();
        try (Statement read = source.createStatement();
                PreparedStatement write = target.prepareStatement("insert into %s (%s) %s values (%s)"
                        .formatted(name, names, to.numbered().isPresent() ? "overriding system value" : "", marks))) {
            read.setFetchSize(ROWS_AT_ONCE);
            ResultSet row = read.executeQuery("select %s from %s".formatted(names, name));
            int waiting = 0;
            while (row.next()) {
                for (int i = 0; i < kinds.size(); i++) {
                    Object value = kinds.get(i).read(row, i + 1);
                    if (value == null || kinds.get(i) == Kind.TEXT) {
                        write.setObject(i + 1, value, kinds.get(i).jdbcType());
                    } else {
                        write.setObject(i + 1, value);
                    }
                }
                write.addBatch();
                if (++waiting == ROWS_AT_ONCE) {
                    write.executeBatch();
                    waiting = 0;
                }
            }
            write.executeBatch();
        }
    }
}
