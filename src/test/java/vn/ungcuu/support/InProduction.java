package vn.ungcuu.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

/** Runs the application with the settings of production, behind a proxy that a {@link Visitor} stands for, on a database in memory. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
// Without it a test has no figures for Prometheus.
@AutoConfigureObservability(tracing = false)
@ActiveProfiles("production")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:production;DB_CLOSE_DELAY=-1",
            "spring.datasource.username=sa",
            "spring.datasource.password=" + InProduction.DATABASE_PASSWORD,
            "ung-cuu.administrator-password=" + InProduction.ADMINISTRATOR_PASSWORD,
            "ung-cuu.metrics-token=" + InProduction.METRICS_TOKEN
        })
public @interface InProduction {

    String DATABASE_PASSWORD = "mat-khau-csdl-7f3a";
    String ADMINISTRATOR_PASSWORD = "con trâu đi trước cái cày";
    String METRICS_TOKEN = "khoa-so-do-91c2";
}
