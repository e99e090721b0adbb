package vn.ungcuu.procedure.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ungcuu.UngCuuApplication;

/** The one clock of the application: the engine's, so that a test that moves it moves timers and record together. */
@Configuration
class EngineClock {

    @Bean
    Clock clock() {
        return new FollowingClock(UngCuuApplication.ZONE);
    }

    private static final class FollowingClock extends Clock {

        private final ZoneId zone;

        FollowingClock(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new FollowingClock(other);
        }

        @Override
        public Instant instant() {
            return ClockUtil.getCurrentTime().toInstant();
        }
    }
}
