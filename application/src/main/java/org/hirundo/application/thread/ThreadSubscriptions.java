package org.hirundo.application.thread;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.hirundo.application.cache.ByteBoundedCache;
import org.hirundo.application.cache.MemoryBudget;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.stream.ThreadSubscriptionChange;
import org.hirundo.application.port.stream.ThreadSubscriptionChange.Subscription;
import org.hirundo.application.port.thread.ThreadSubscriptionStore;
import org.hirundo.application.stream.Committed;
import org.hirundo.application.stream.Stream;
import org.hirundo.application.stream.StreamListener;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;

/** Which threads users are subscribed to, as push rules ask; kept in step with the stream. */
@Singleton
public final class ThreadSubscriptions implements StreamListener {

    private static final StreamPosition END = new StreamPosition(Long.MAX_VALUE);

    private final ThreadSubscriptionStore store;
    private final ByteBoundedCache<UserId, Set<Key>> known;
    private final AtomicLong changes = new AtomicLong();

    private record Key(RoomId room, EventId root) {}

    @Inject
    public ThreadSubscriptions(ThreadSubscriptionStore store, Stream stream, MemoryBudget budget) {
        this.store = store;
        known = new ByteBoundedCache<>(budget, (user, threads) -> 200 + 250L * threads.size());
        stream.listen(this);
    }

    /** Whether the user is subscribed to the thread. One read for all threads of a user; none where memory knows. */
    public boolean contain(UserId user, RoomId room, EventId root) {
        return of(user).contains(new Key(room, root));
    }

    private Set<Key> of(UserId user) {
        return known.get(user).orElseGet(() -> {
            var before = changes.get();
            var read = store.latest(user, StreamPosition.START, END, Integer.MAX_VALUE).stream()
                    .filter(entry -> entry.subscription() != Subscription.NONE)
                    .map(entry -> new Key(entry.room(), entry.root()))
                    .collect(Collectors.toUnmodifiableSet());
            synchronized (changes) {
                if (changes.get() == before) {
                    known.put(user, read);
                }
            }
            return read;
        });
    }

    @Override
    public void committed(List<Committed> batch) {
        for (var committed : batch) {
            if (committed.change() instanceof ThreadSubscriptionChange change) {
                synchronized (changes) {
                    changes.incrementAndGet();
                    known.remove(change.user());
                }
            }
        }
    }
}
