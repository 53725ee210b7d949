package org.hirundo.application.limit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.hirundo.application.config.RateLimitConfig;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.appservice.Registration;
import org.hirundo.domain.error.LimitExceeded;
import org.hirundo.domain.id.UserId;

/**
 * Lets everybody do things only so often. Allowances are kept in memory, a few bytes for each who did something lately.
 *
 * <p>Of an allowance only the time is kept at which it will be full again (the generic cell rate algorithm): spending moves it
 * into the future, and when it would be further away than a whole allowance takes to fill, there is nothing left to spend.
 *
 * <p>The server itself is not limited, and of application services those users whose registration says so.
 */
@Singleton
public final class RateLimiter {

    /** More allowances than this are not kept: those that are almost full are dropped, which is to fill them. */
    private static final int MAX_ALLOWANCES = 200_000;

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final RateLimitConfig config;
    private final InstantSource clock;

    /** By spender and cost, when the allowance is full again, in nanoseconds since the epoch. */
    private final ConcurrentHashMap<Allowance, Long> fullAt = new ConcurrentHashMap<>();

    private final AtomicLong lastSwept = new AtomicLong(Long.MIN_VALUE);

    private record Allowance(String spender, Cost cost) {}

    @Inject
    public RateLimiter(RateLimitConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * Spends of the requester's allowance.
     *
     * @throws LimitExceeded when nothing is left of it
     */
    public void spend(Requester requester, Cost cost) {
        switch (requester.kind()) {
            case USER, GUEST -> spend(requester.user().toString(), cost);
            case APPSERVICE -> {
                if (isLimited(requester)) {
                    spend(requester.user().toString(), cost);
                }
            }
            case SERVER -> {}
        }
    }

    /** The sender of a service is not limited in any case. */
    private static boolean isLimited(Requester requester) {
        return requester
                .service()
                .filter(Registration::rateLimited)
                .filter(service -> !service.sender().equals(requester.user()))
                .isPresent();
    }

    /**
     * Spends of the allowance of an account, whoever asks.
     *
     * @throws LimitExceeded when nothing is left of it
     */
    public void spend(UserId user, Cost cost) {
        spend(user.toString(), cost);
    }

    /**
     * Spends of the allowance of an address. The addresses of an IPv6 network of 64 bits share one: that is what one customer
     * gets.
     *
     * @throws LimitExceeded when nothing is left of it
     */
    public void spendFrom(String address, Cost cost) {
        spend(Network.of(address), cost);
    }

    /**
     * Looks whether something is left of the allowance of an account, without spending it.
     *
     * @throws LimitExceeded when nothing is
     */
    public void check(UserId user, Cost cost) {
        if (config.enabled()) {
            var now = now();
            var rate = cost.rate(config);
            var full = fullAt.getOrDefault(new Allowance(user.toString(), cost), now);
            refuseIfSpent(Math.max(full, now) + interval(rate), now, rate);
        }
    }

    private void spend(String spender, Cost cost) {
        if (!config.enabled()) {
            return;
        }
        var now = now();
        var rate = cost.rate(config);
        fullAt.compute(new Allowance(spender, cost), (allowance, before) -> {
            var after = Math.max(before == null ? now : before, now) + interval(rate);
            refuseIfSpent(after, now, rate);
            return after;
        });
        if (fullAt.size() > MAX_ALLOWANCES) {
            sweep(now);
        }
    }

    private static void refuseIfSpent(long fullAtThen, long now, RateLimitConfig.Rate rate) {
        var wait = fullAtThen - now - rate.burst() * interval(rate);
        if (wait > 0) {
            throw new LimitExceeded(Duration.ofNanos(wait));
        }
    }

    /** How long one unit of the allowance takes to fill. */
    private static long interval(RateLimitConfig.Rate rate) {
        return (long) (SECOND / rate.perSecond());
    }

    private long now() {
        var now = clock.instant();
        return now.getEpochSecond() * SECOND + now.getNano();
    }

    /** How many allowances are kept. */
    int size() {
        return fullAt.size();
    }

    /** Drops the allowances that are full; when too many are left, those too that soon will be. */
    private void sweep(long now) {
        var last = lastSwept.get();
        if (now - SECOND < last || !lastSwept.compareAndSet(last, now)) {
            return;
        }
        for (var horizon = 0L; fullAt.size() > MAX_ALLOWANCES * 3L / 4; horizon = Math.max(SECOND, 2 * horizon)) {
            var until = now + horizon;
            fullAt.values().removeIf(full -> full <= until);
        }
    }
}
