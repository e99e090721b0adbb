package vn.ungcuu.support;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts what goes to the database: each statement, and each time somebody waits for its answer. */
public class CountingDataSource extends DelegatingDataSource {

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

        public Count and(Count more) {
            return new Count(statements + more.statements, roundTrips + more.roundTrips);
        }
    }

    public Count count() {
        return new Count(statements.get(), roundTrips.get());
    }

    @Override
    public Connection getConnection() throws SQLException {
        return counting(super.getConnection(), Connection.class);
    }

    private <T> T counting(T real, Class<T> type) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            String name = method.getName();
            if (name.equals("addBatch")) {
                statements.incrementAndGet();
            } else if (name.equals("executeBatch") || name.equals("commit") || name.equals("rollback")) {
                roundTrips.incrementAndGet();
            } else if (name.startsWith("execute")) {
                statements.incrementAndGet();
                roundTrips.incrementAndGet();
            }
            try {
                return counted(method.invoke(real, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, handler));
    }

    private Object counted(Object result) {
        if (result instanceof CallableStatement) {
            return result;
        }
        if (result instanceof PreparedStatement prepared) {
            return counting(prepared, PreparedStatement.class);
        }
        return result instanceof Statement statement ? counting(statement, Statement.class) : result;
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
