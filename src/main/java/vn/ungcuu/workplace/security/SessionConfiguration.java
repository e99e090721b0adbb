package vn.ungcuu.workplace.security;

import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.SessionRepository;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;

/** Logins are kept in the database, where every node finds them. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableJdbcHttpSession(cleanupCron = Scheduled.CRON_DISABLED) // SessionCleaning does it
class SessionConfiguration {

    @Bean
    @Primary
    SessionRepository<ThriftySession> thriftySessions(JdbcIndexedSessionRepository stored, ServerProperties server) {
        return new ThriftySessions(stored, server.getServlet().getSession().getTimeout());
    }

    /** Two requests of one page may keep the same thing for the first time: the later one wins, neither fails. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> laterOneWins(DataSource source)
            throws MetaDataAccessException {
        String product = JdbcUtils.extractDatabaseMetaData(source, metaData -> metaData.getDatabaseProductName());
        return DatabaseDriver.fromProductName(product) == DatabaseDriver.POSTGRESQL
                ? new PostgreSqlJdbcIndexedSessionRepositoryCustomizer()
                : sessions -> sessions.setCreateSessionAttributeQuery(
                        "merge into %TABLE_NAME%_ATTRIBUTES (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, ATTRIBUTE_BYTES)"
                                + " key (SESSION_PRIMARY_ID, ATTRIBUTE_NAME) values (?, ?, ?)");
    }

    /** Not Spring Boot's general one: this one knows what may come out of the table. */
    @Bean
    static ConversionService springSessionConversionService() {
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, SessionBytes::write);
        conversion.addConverter(byte[].class, Object.class, SessionBytes::read);
        return conversion;
    }
}
