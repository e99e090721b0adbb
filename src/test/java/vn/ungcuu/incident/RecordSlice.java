package vn.ungcuu.incident;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.data.jdbc.DataJdbcTest;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The record alone, without the engine, on the configured database; transactions are the test's own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DataJdbcTest
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@Import({
    JdbcIncidents.class,
    JdbcFigures.class,
    JdbcTimeline.class,
    IncidentNumbers.class,
    Register.class,
    RowNaming.class,
    RecordContract.WithSettableClock.class
})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@interface RecordSlice {}
