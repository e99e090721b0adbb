package vn.ungcuu.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/**
 * Runs a Spring test on an empty PostgreSQL database; without it, the same test runs on H2. Write the test once as an
 * abstract class and run it on both:
 *
 * <pre>{@code
 * class IncidentCodeTests {
 *     @Nested class OnH2 extends Contract {}
 *     @Nested @OnPostgres class OnPostgreSql extends Contract {}
 *
 *     @SpringBootTest abstract static class Contract { @Test void … }
 * }
 * }</pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import(PostgresDatabase.class)
public @interface OnPostgres {}
