package org.hirundo.application.cache;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.GraphPosition;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.event.TimePosition;
import org.hirundo.application.port.event.TimelineRange;
import org.hirundo.application.port.stream.ClientTransaction;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.stream.Committed;
import org.hirundo.application.stream.StreamListener;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;

/**
 * Remembers events by id, and the newest events of active rooms.
 *
 * <p>An event changes once at most, when it is redacted, and the commit that does so passes by here. New events come in from
 * the stream, so what was just sent is read by nobody.
 */
public final class EventCache implements EventStore, StreamListener {

    private final EventStore store;
    private final ByteBoundedCache<EventId, StoredEvent> byId;
    private final RecentTimelines recent;
    private final RecentStream latest;

    /** How many redactions were committed: what was read while one was is not remembered, it may be the form before. */
    private final AtomicLong redactions = new AtomicLong();

    /**
     * Decorates a store.
     *
     * @param start the position from which on it listens to the stream
     */
    public EventCache(EventStore store, StreamPosition start, MemoryBudget budget) {
        this.store = store;
        byId = new ByteBoundedCache<>(budget, (id, event) -> weight(event));
        recent = new RecentTimelines(start, budget, EventCache::weight);
        latest = new RecentStream(start, EventCache::weight);
    }

    /** What an event takes in memory: its bytes, about four times as much parsed, and the objects around it. */
    private static long weight(StoredEvent event) {
        return 600 + 5L * event.event().bytes().length;
    }

    @Override
    public Map<EventId, StoredEvent> events(Set<EventId> ids) {
        var found = HashMap.<EventId, StoredEvent>newHashMap(ids.size());
        var missing = new HashSet<EventId>();
        for (var id : ids) {
            byId.get(id).ifPresentOrElse(event -> found.put(id, event), () -> missing.add(id));
        }
        if (!missing.isEmpty()) {
            var before = redactions.get();
            var read = store.events(missing);
            remember(read.values(), before);
            found.putAll(read);
        }
        return found;
    }

    @Override
    public Map<RoomId, List<StoredEvent>> timelines(Map<RoomId, TimelineRange> ranges) {
        var found = HashMap.<RoomId, List<StoredEvent>>newHashMap(ranges.size());
        var missing = new HashMap<RoomId, TimelineRange>();
        ranges.forEach((room, range) -> recent.find(room, range)
                .ifPresentOrElse(
                        events -> {
                            if (!events.isEmpty()) {
                                found.put(room, events);
                            }
                        },
                        () -> missing.put(room, range)));
        if (!missing.isEmpty()) {
            var before = redactions.get();
            var read = store.timelines(missing);
            read.values().forEach(events -> remember(events, before));
            found.putAll(read);
        }
        return found;
    }

    @Override
    public List<StoredEvent> backwards(RoomId room, GraphPosition before, int limit) {
        return store.backwards(room, before, limit);
    }

    @Override
    public List<StoredEvent> forwards(RoomId room, GraphPosition from, int limit) {
        return store.forwards(room, from, limit);
    }

    @Override
    public List<StoredEvent> inStreamOrder(StreamPosition after, StreamPosition upTo, int limit) {
        return latest.find(after, upTo, limit).orElseGet(() -> store.inStreamOrder(after, upTo, limit));
    }

    @Override
    public List<StoredEvent> sentBefore(RoomId room, TimePosition before, int limit) {
        return store.sentBefore(room, before, limit);
    }

    @Override
    public List<StoredEvent> sentFrom(RoomId room, TimePosition from, int limit) {
        return store.sentFrom(room, from, limit);
    }

    @Override
    public Optional<GraphPosition> graphPositionAfter(RoomId room, StreamPosition position) {
        return store.graphPositionAfter(room, position);
    }

    @Override
    public List<EventId> sticky(Set<RoomId> rooms, StreamPosition after, StreamPosition upTo, Instant now, int limit) {
        return store.sticky(rooms, after, upTo, now, limit);
    }

    @Override
    public Map<EventId, ClientTransaction> transactions(UserId user, DeviceId device, Set<EventId> events) {
        return store.transactions(user, device, events);
    }

    @Override
    public void committed(List<Committed> batch) {
        for (var committed : batch) {
            if (committed.change() instanceof RoomCommit commit) {
                var events = stored(commit, committed.first());
                events.forEach(event -> byId.put(event.id(), event));
                recent.append(commit.room(), events, commit.createsRoom());
                latest.append(events);
                commit.redacted().forEach(redacted -> redact(commit.room(), redacted));
            }
        }
    }

    private static List<StoredEvent> stored(RoomCommit commit, StreamPosition first) {
        var events = new ArrayList<StoredEvent>(commit.events().size());
        for (var added : commit.events()) {
            events.add(new StoredEvent(
                    added.event(),
                    new StreamPosition(first.value() + events.size()),
                    added.standing(),
                    added.stateAfter(),
                    added.replacesState(),
                    Optional.empty()));
        }
        return events;
    }

    private void remember(Collection<StoredEvent> read, long redactionsBefore) {
        if (redactions.get() == redactionsBefore) {
            read.forEach(event -> byId.put(event.id(), event));
        }
    }

    private void redact(RoomId room, RoomCommit.Redacted redacted) {
        var id = redacted.redactedForm().id();
        redactions.incrementAndGet();
        byId.update(id, event -> redactedForm(event, redacted));
        recent.update(room, id, event -> redactedForm(event, redacted));
        latest.update(id, event -> redactedForm(event, redacted));
    }

    private static StoredEvent redactedForm(StoredEvent event, RoomCommit.Redacted redacted) {
        return new StoredEvent(
                redacted.redactedForm(),
                event.position(),
                event.standing(),
                event.stateAfter(),
                event.replacesState(),
                Optional.of(redacted.by()));
    }
}
