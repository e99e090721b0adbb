package vn.ungcuu.support;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.lang.Nullable;

/** Counts what goes to the database: each statement, and each time somebody waits for its answer. */
public class CountingDataSource extends DelegatingDataSource {

    private static final Pattern WHAT = Pattern.compile(
            "^\\s*(insert into|update|delete from|select)\\b(?:.*?\\bfrom\\b)?\\s*\"?([A-Za-z_]+)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Map<String, Long> texts = new ConcurrentHashMap<>();
    private final AtomicLong statements = new AtomicLong();
    private final AtomicLong roundTrips = new AtomicLong();

    public CountingDataSource(DataSource counted) {
        super(counted);
    }

    /** @param roundTrips a batch and a commit are one each */
    public record Count(long statements, long roundTrips) {

        public Count since(Count before) {
            return new Count(statements - before.statements, roundTrips - before.roundTrips);
        }

        public static Count total(Collection<Count> counts) {
            return counts.stream().reduce(new Count(0, 0), Count::and);
        }

        public Count and(Count more) {
            return new Count(statements + more.statements, roundTrips + more.roundTrips);
        }
    }

    public Count count() {
        return new Count(statements.get(), roundTrips.get());
    }

    public void forget() {
        texts.clear();
        statements.set(0);
        roundTrips.set(0);
    }

    /** How often each verb went to each table since the last call; of a join, the first table counts. */
    public Map<String, Long> kinds() {
        Map<String, Long> counted = new TreeMap<>();
        texts().forEach((text, times) -> counted.merge(kind(text), times, Long::sum));
        return counted;
    }

    /** What was asked since the last call, and how often; parameters are question marks. */
    public Map<String, Long> texts() {
        Map<String, Long> counted = Map.copyOf(texts);
        texts.clear();
        return counted;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return counting(super.getConnection(), Connection.class, null);
    }

    private <T> T counting(T real, Class<T> type, @Nullable String sql) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            String name = method.getName();
            String text = arguments != null && arguments.length > 0 && arguments[0] instanceof String own ? own : sql;
            if (name.equals("addBatch")) {
                count(text);
            } else if (name.equals("executeBatch") || name.equals("commit") || name.equals("rollback")) {
                roundTrips.incrementAndGet();
            } else if (name.startsWith("execute")) {
                count(text);
                roundTrips.incrementAndGet();
            }
            try {
                return counted(method.invoke(real, arguments), text);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, handler));
    }

    private void count(@Nullable String sql) {
        statements.incrementAndGet();
        texts.merge(sql == null ? "" : sql, 1L, Long::sum);
    }

    private static String kind(String sql) {
        Matcher what = WHAT.matcher(sql);
        return what.find() ? (what.group(1) + " " + what.group(2)).toLowerCase(Locale.ROOT) : "other";
    }

    private Object counted(Object result, @Nullable String sql) {
        if (result instanceof CallableStatement) {
            return result;
        }
        if (result instanceof PreparedStatement prepared) {
            return counting(prepared, PreparedStatement.class, sql);
        }
        return result instanceof Statement statement ? counting(statement, Statement.class, null) : result;
    }

    /** Counts what the application of a test that imports this asks its database. */
    @TestConfiguration
    public static class OfTheTest {

        @Bean
        static BeanPostProcessor countStatements() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source ? new CountingDataSource(source) : bean;
                }
            };
        }
    }
}
