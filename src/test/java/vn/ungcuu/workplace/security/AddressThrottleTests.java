package vn.ungcuu.workplace.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AddressThrottleTests {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-02T01:00:00Z"));
    private final AddressThrottle throttle = new AddressThrottle(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    });

    @Test
    void whoSendsTooManyWrongPasswordsWaitsAndNobodyElseDoes() {
        fail("203.0.113.7", AddressThrottle.ALLOWED - 1);
        assertThat(throttle.mustWait("203.0.113.7")).isFalse();
        fail("203.0.113.7", 1);
        assertThat(throttle.mustWait("203.0.113.7")).isTrue();
        assertThat(throttle.mustWait("203.0.113.8")).isFalse();
    }

    @Test
    void waitingEndsByItself() {
        fail("2001:db8::1", AddressThrottle.ALLOWED);
        assertThat(throttle.mustWait("2001:db8::1")).isTrue();
        now.updateAndGet(instant -> instant.plus(AddressThrottle.WINDOW));
        assertThat(throttle.mustWait("2001:db8::1")).isFalse();
        fail("2001:db8::1", 1);
        assertThat(throttle.mustWait("2001:db8::1")).isFalse();
    }

    @Test
    void thoseOfADayAgoDoNotCount() {
        fail("203.0.113.7", AddressThrottle.ALLOWED - 1);
        now.updateAndGet(instant -> instant.plus(Duration.ofDays(1)));
        fail("203.0.113.7", 1);
        assertThat(throttle.mustWait("203.0.113.7")).isFalse();
    }

    @Test
    void aProxyThatTellsNoAddressesLocksNobodyOut() {
        fail("127.0.0.1", 10 * AddressThrottle.ALLOWED);
        fail("0:0:0:0:0:0:0:1", 10 * AddressThrottle.ALLOWED);
        assertThat(throttle.mustWait("127.0.0.1")).isFalse();
        assertThat(throttle.mustWait("0:0:0:0:0:0:0:1")).isFalse();
    }

    @Test
    void whoComesFromEverywhereDoesNotFillTheMemory() {
        fail("203.0.113.7", AddressThrottle.ALLOWED);
        IntStream.range(0, 20_000).forEach(i -> throttle.failed("2001:db8::" + Integer.toHexString(i)));
        assertThat(throttle.mustWait("203.0.113.7")).isFalse();
    }

    private void fail(String address, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(address);
        }
    }
}
