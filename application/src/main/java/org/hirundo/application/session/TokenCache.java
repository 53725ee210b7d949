package org.hirundo.application.session;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.hirundo.application.cache.ByteBoundedCache;
import org.hirundo.application.cache.MemoryBudget;
import org.hirundo.application.port.account.Account;
import org.hirundo.application.port.session.AccessGrant;
import org.hirundo.application.port.session.TokenHash;
import org.hirundo.application.port.stream.DevicesRemoved;
import org.hirundo.application.stream.Committed;
import org.hirundo.application.stream.Stream;
import org.hirundo.application.stream.StreamListener;
import org.hirundo.domain.id.UserId;

/**
 * Remembers what access tokens give, so that a request costs no read.
 *
 * <p>Whatever ends a session or changes an account forgets all that is remembered of the user. Every entry has the stamp that
 * was current before it was read; a user's entries count only when they are younger than the last time the user was
 * forgotten. So an answer of the store that was overtaken by a change is never used for a second request.
 */
@Singleton
public final class TokenCache implements StreamListener {

    private static final int ENTRY_BYTES = 700;

    /** So many users' stamps are kept; beyond that everything older than now is forgotten at once. */
    private static final int MAX_FORGOTTEN = 10_000;

    private final ByteBoundedCache<TokenHash, Entry> entries;
    private final AtomicLong clock = new AtomicLong();
    private final ConcurrentHashMap<UserId, Long> forgotten = new ConcurrentHashMap<>();
    private volatile long floor;

    /** What a token gives, and to whom. */
    record Known(AccessGrant grant, Account account) {}

    private record Entry(Known known, long stamp) {}

    /** Begins empty, and forgets the users whose devices are removed. */
    @Inject
    public TokenCache(MemoryBudget budget, Stream stream) {
        entries = new ByteBoundedCache<>(budget, (token, entry) -> ENTRY_BYTES);
        stream.listen(this);
    }

    /** What is known of a token. */
    Optional<Known> find(TokenHash token) {
        return entries.get(token).filter(this::isCurrent).map(Entry::known);
    }

    private boolean isCurrent(Entry entry) {
        var user = entry.known().grant().user();
        return entry.stamp() >= Math.max(floor, forgotten.getOrDefault(user, 0L));
    }

    /** The stamp for what is read from the store after this. */
    long stamp() {
        return clock.get();
    }

    /** Remembers what was read after the stamp was taken. */
    void remember(TokenHash token, Known known, long stamp) {
        entries.put(token, new Entry(known, stamp));
    }

    /** Forgets what is known of the user: a session ended, or the account changed. Called once the change is durable. */
    public synchronized void forget(UserId user) {
        if (forgotten.size() >= MAX_FORGOTTEN) {
            floor = clock.incrementAndGet();
            forgotten.clear();
        }
        forgotten.put(user, clock.incrementAndGet());
    }

    /**
     * Forgets what is known of the user but what was just read.
     *
     * @param stamp the stamp before the reading
     * @return the stamp for what was read: a current one, unless somebody else was forgotten since, for that may have been
     *     this user
     */
    synchronized long forgetBefore(UserId user, long stamp) {
        var overtaken = clock.get() != stamp;
        forget(user);
        return overtaken ? stamp : clock.get();
    }

    @Override
    public void committed(List<Committed> batch) {
        for (var committed : batch) {
            if (committed.change() instanceof DevicesRemoved removed) {
                forget(removed.user());
            }
        }
    }
}
