package org.hirundo.application.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.hirundo.application.config.RateLimitConfig;
import org.hirundo.application.port.session.TokenHash;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.LimitExceeded;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private static final UserId ALICE = UserId.parse("@alice:hirundo.example");
    private static final UserId BOB = UserId.parse("@bob:hirundo.example");
    private static final int LOGIN_BURST = RateLimitConfig.DEFAULT.login().burst();

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final InstantSource clock = now::get;
    private final RateLimiter limits = new RateLimiter(RateLimitConfig.DEFAULT, clock);

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    private void logins(int count, String address) {
        for (int i = 0; i < count; i++) {
            limits.spendFrom(address, Cost.LOGIN);
        }
    }

    @Test
    void a_whole_allowance_may_be_spent_at_once_and_then_as_fast_as_it_fills() {
        logins(LOGIN_BURST, "192.0.2.1");
        var refused = catchThrowableOfType(LimitExceeded.class, () -> limits.spendFrom("192.0.2.1", Cost.LOGIN));
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(2));

        pass(Duration.ofMillis(1999));
        assertThatThrownBy(() -> limits.spendFrom("192.0.2.1", Cost.LOGIN)).isInstanceOf(LimitExceeded.class);
        pass(Duration.ofMillis(1));
        limits.spendFrom("192.0.2.1", Cost.LOGIN);
        assertThatThrownBy(() -> limits.spendFrom("192.0.2.1", Cost.LOGIN)).isInstanceOf(LimitExceeded.class);
    }

    @Test
    void it_is_never_fuller_than_full() {
        logins(1, "192.0.2.1");
        pass(Duration.ofDays(10));
        logins(LOGIN_BURST, "192.0.2.1");
        assertThatThrownBy(() -> limits.spendFrom("192.0.2.1", Cost.LOGIN)).isInstanceOf(LimitExceeded.class);
    }

    @Test
    void to_be_refused_costs_nothing() {
        logins(LOGIN_BURST, "192.0.2.1");
        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> limits.spendFrom("192.0.2.1", Cost.LOGIN)).isInstanceOf(LimitExceeded.class);
        }
        pass(Duration.ofSeconds(2));
        limits.spendFrom("192.0.2.1", Cost.LOGIN);
    }

    @Test
    void everybody_has_an_allowance_for_each_cost() {
        logins(LOGIN_BURST, "192.0.2.1");
        logins(LOGIN_BURST, "192.0.2.2");
        limits.spendFrom("192.0.2.1", Cost.REFRESH);
        for (var user : new UserId[] {ALICE, BOB}) {
            for (int i = 0; i < RateLimitConfig.DEFAULT.invite().burst(); i++) {
                limits.spend(requester(user, Requester.Kind.USER), Cost.INVITE);
            }
        }
        assertThatThrownBy(() -> limits.spend(ALICE, Cost.INVITE)).isInstanceOf(LimitExceeded.class);
    }

    @Test
    void an_ipv6_network_is_one_and_others_are_others() {
        for (int i = 0; i < LOGIN_BURST; i++) {
            limits.spendFrom("2001:db8:0:1::" + Integer.toHexString(i), Cost.LOGIN);
        }
        assertThatThrownBy(() -> limits.spendFrom("2001:db8:0:1:ffff::1", Cost.LOGIN))
                .isInstanceOf(LimitExceeded.class);
        limits.spendFrom("2001:db8:0:2::1", Cost.LOGIN);
        limits.spendFrom("192.0.2.1", Cost.LOGIN);
        limits.spendFrom("not an address", Cost.LOGIN);
    }

    @Test
    void to_look_costs_nothing() {
        for (int i = 0; i < 100; i++) {
            limits.check(ALICE, Cost.FAILED_LOGIN);
        }
        for (int i = 0; i < RateLimitConfig.DEFAULT.failedLogin().burst(); i++) {
            limits.check(ALICE, Cost.FAILED_LOGIN);
            limits.spend(ALICE, Cost.FAILED_LOGIN);
        }
        assertThatThrownBy(() -> limits.check(ALICE, Cost.FAILED_LOGIN)).isInstanceOf(LimitExceeded.class);
        pass(Duration.ofSeconds(30));
        limits.check(ALICE, Cost.FAILED_LOGIN);
    }

    @Test
    void application_services_are_not_limited() {
        var bridge = requester(ALICE, Requester.Kind.APPSERVICE);
        for (int i = 0; i < 10_000; i++) {
            limits.spend(bridge, Cost.INVITE);
        }
        limits.spend(requester(ALICE, Requester.Kind.GUEST), Cost.INVITE);
    }

    @Test
    void limits_can_be_switched_off() {
        var off = new RateLimiter(RateLimitConfig.DEFAULT.withEnabled(false), clock);
        for (int i = 0; i < 10_000; i++) {
            off.spendFrom("192.0.2.1", Cost.REGISTRATION);
            off.check(ALICE, Cost.FAILED_LOGIN);
            off.spend(ALICE, Cost.FAILED_LOGIN);
        }
    }

    @Test
    void a_flood_of_addresses_does_not_wear_it_out_and_forgets_the_least() {
        for (int i = 0; i < RateLimitConfig.DEFAULT.failedLogin().burst(); i++) {
            limits.spend(ALICE, Cost.FAILED_LOGIN);
        }
        for (int i = 0; i < 600_000; i++) {
            limits.spendFrom("10." + (i >> 16) + "." + (i >> 8 & 0xff) + "." + (i & 0xff), Cost.REFRESH);
            if (i % 1000 == 0) {
                pass(Duration.ofMillis(10));
            }
        }
        assertThat(limits.size()).isLessThan(400_000);
        assertThatThrownBy(() -> limits.check(ALICE, Cost.FAILED_LOGIN)).isInstanceOf(LimitExceeded.class);
    }

    @Test
    void many_at_once_spend_no_more_than_there_is() {
        var spent = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                threads.execute(() -> {
                    try {
                        limits.spendFrom("192.0.2.1", Cost.LOGIN);
                        spent.incrementAndGet();
                    } catch (LimitExceeded e) {
                        assertThat(e.retryAfter()).isPositive();
                    }
                });
            }
        }
        assertThat(spent).hasValue(LOGIN_BURST);
    }

    private static Requester requester(UserId user, Requester.Kind kind) {
        return new Requester(user, new DeviceId("D"), kind, false, false, new TokenHash("t"));
    }
}
