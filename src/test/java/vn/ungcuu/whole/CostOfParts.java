package vn.ungcuu.whole;

import static org.mockito.Mockito.RETURNS_DEFAULTS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.stubbing.Answer;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import vn.ungcuu.UngCuuApplication;
import vn.ungcuu.deadline.Clocks;
import vn.ungcuu.procedure.FormSchema;
import vn.ungcuu.support.CountingDataSource;
import vn.ungcuu.support.CountingDataSource.Count;
import vn.ungcuu.support.OnPostgres;

/**
 * No test but a measurement, {@code ./mvnw -Pbench test -Dtest=CostOfParts}: an ordinary incident with one part of what we add to the
 * engine left out after the other, in turn with all of it and with the engine alone.
 */
class CostOfParts {

    private static final int WARM_UP = Integer.getInteger("warm-up", 10);
    private static final int ROUNDS = Integer.getInteger("rounds", 15);

    @BeforeEach
    void stopTheClock() {
        WallClock.set(OffsetDateTime.parse("2026-05-04T08:00:00+07:00"));
    }

    @AfterEach
    void letTheClockGo() {
        WallClock.letGo();
    }

    private enum Part {
        NONE("everything", null),
        TIMELINE("timeline", "jdbcTimeline"),
        WATCHING("clocks and watching", "taskWatch"),
        NOTICES("notices", "storedNotifications"),
        CHECKS("form checks", "formCheck"),
        RIGHTS("authorization", null, "--camunda.bpm.authorization.enabled=false"),
        LISTENERS("all listeners", null, "--camunda.bpm.eventing.execution=false", "--camunda.bpm.eventing.task=false");

        private final String title;
        private final String bean;
        private final List<String> settings;

        Part(String title, String bean, String... settings) {
            this.title = title;
            this.bean = bean;
            this.settings = List.of(settings);
        }

        /** In the place of the part: nothing, in as little time as can be. */
        private BeanPostProcessor leavingOut() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object real, String name) {
                    return name.equals(bean)
                            ? mock(real.getClass(), withSettings().stubOnly().defaultAnswer(nothing(real)))
                            : real;
                }
            };
        }

        private static Answer<Object> nothing(Object real) {
            return call -> {
                if (call.getMethod().getReturnType() == Clocks.class) {
                    return new Clocks(Instant.now(), null, Instant.now());
                }
                if (call.getMethod().getName().equals("validate") && call.getArgument(0) instanceof FormSchema) {
                    return new LinkedHashMap<String, Object>(call.getArgument(1));
                }
                // A report is put into the form of the record by its check.
                return call.getMethod().getName().equals("normalisedStart")
                        ? call.getMethod().invoke(real, call.getArguments())
                        : RETURNS_DEFAULTS.answer(call);
            };
        }
    }

    @Configuration
    @OnPostgres
    @Import(CountingDataSource.OfTheTest.class)
    static class Measured {}

    @Test
    void printsWhatIsSavedByLeavingOutEachPart() throws IOException {
        Map<String, Map<String, Object>> answers = new HashMap<>();
        Map<String, OrdinaryIncident> all = new LinkedHashMap<>();
        Map<String, Times> times = new LinkedHashMap<>();
        Map<String, Times> processor = new LinkedHashMap<>();
        Map<String, Count> counts = new LinkedHashMap<>();
        Map<Part, ConfigurableApplicationContext> applications = new LinkedHashMap<>();
        try {
            for (Part part : Part.values()) {
                ConfigurableApplicationContext application = start(part);
                applications.put(part, application);
                all.put(
                        part.title,
                        OrdinaryIncident.ofOurs(
                                application.getBean(ProcessEngine.class),
                                (CountingDataSource) application.getBean(DataSource.class),
                                answers));
            }
            ConfigurableApplicationContext whole = applications.get(Part.NONE);
            try (EngineAlone alone =
                    EngineAlone.beside(whole.getBean(DataSource.class), whole.getBean(JdbcConnectionDetails.class))) {
                all.put("everything: the engine alone", OrdinaryIncident.of(alone, answers));
                for (int i = 0; i < WARM_UP + ROUNDS; i++) {
                    boolean counting = i >= WARM_UP;
                    all.forEach((title, incident) -> {
                        counts.put(title, Count.total(incident.handle().values()));
                        if (counting) {
                            times.computeIfAbsent(title, first -> new Times()).add(incident.nanos());
                            processor
                                    .computeIfAbsent(title, first -> new Times())
                                    .add(incident.processorNanos());
                        }
                    });
                }
            }
        } finally {
            applications.values().forEach(ConfigurableApplicationContext::close);
        }
        System.out.printf(
                "%n%-30s %24s %8s %24s %8s %12s %12s%n",
                "left out", "time", "of all", "processor", "of all", "statements", "round trips");
        times.forEach((title, taken) -> System.out.printf(
                Locale.ROOT,
                "%-30s %24s %7.0f%% %24s %7.0f%% %12d %12d%n",
                title.equals(Part.NONE.title) ? "nothing" : title,
                taken,
                100 * taken.median() / times.get(Part.NONE.title).median(),
                processor.get(title),
                100
                        * processor.get(title).median()
                        / processor.get(Part.NONE.title).median(),
                counts.get(title).statements(),
                counts.get(title).roundTrips()));
    }

    /** Without the web applications, of which one Java process can hold only one. */
    private static ConfigurableApplicationContext start(Part part) {
        return new SpringApplicationBuilder(UngCuuApplication.class, Measured.class)
                .initializers(context -> context.getBeanFactory().addBeanPostProcessor(part.leavingOut()))
                .run(Stream.concat(
                                Stream.of("--server.port=0", "--camunda.bpm.webapp.enabled=false"),
                                part.settings.stream())
                        .toArray(String[]::new));
    }
}
