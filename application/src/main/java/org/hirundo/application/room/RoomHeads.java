package org.hirundo.application.room;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.StampedLock;
import org.hirundo.application.cache.ByteBoundedCache;
import org.hirundo.application.cache.MemoryBudget;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.room.RoomHead;
import org.hirundo.application.port.room.RoomStore;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.port.stream.RoomSummary;
import org.hirundo.application.stream.Committed;
import org.hirundo.application.stream.Stream;
import org.hirundo.application.stream.StreamListener;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.state.SnapshotChain;

/**
 * The growing ends of rooms as they are durable, kept in memory. It follows the stream: a room that is at hand moves with
 * every commit, without being read again.
 */
@Singleton
public final class RoomHeads implements StreamListener {

    private static final int STRIPES = 256;

    private final RoomStore rooms;
    private final EventStore events;
    private final ByteBoundedCache<RoomId, LiveRoom> heads;

    /** What rooms will be once a commit that was submitted is durable; by identity, for that is what comes back. */
    private final Map<RoomCommit, LiveRoom> expected = Collections.synchronizedMap(new IdentityHashMap<>());

    /** A commit locks its room's stripe for writing, and so finds out every reader whose head it made old. */
    private final StampedLock[] stripes = new StampedLock[STRIPES];

    /** Knows nothing yet, and follows the stream from now on. */
    @Inject
    public RoomHeads(RoomStore rooms, EventStore events, Stream stream, MemoryBudget budget) {
        this.rooms = rooms;
        this.events = events;
        Arrays.setAll(stripes, _ -> new StampedLock());
        this.heads = new ByteBoundedCache<>(budget, (room, head) -> head.weight());
        stream.listen(this);
    }

    /** The room as it is durable, or empty when it is not known. */
    public Optional<LiveRoom> find(RoomId room) {
        while (true) {
            var cached = heads.get(room);
            if (cached.isPresent()) {
                return cached;
            }
            var stripe = stripe(room);
            long before = stripe.tryOptimisticRead();
            var read = rooms.head(room).map(this::live);
            long unmoved = stripe.tryConvertToWriteLock(before);
            if (unmoved != 0) {
                try {
                    read.ifPresent(live -> heads.put(room, live));
                    return read;
                } finally {
                    stripe.unlockWrite(unmoved);
                }
            }
        }
    }

    /**
     * The room as it is durable.
     *
     * @throws NotFound when it is not known
     */
    public LiveRoom get(RoomId room) {
        return find(room).orElseThrow(() -> new NotFound("Unknown room"));
    }

    /** The room will look like this once the commit is durable. */
    void expect(RoomCommit commit, LiveRoom after) {
        expected.put(commit, after);
    }

    /** The commit came to nothing, so what is kept of the room may be wrong. */
    void abandon(RoomCommit commit) {
        expected.remove(commit);
        keep(commit.room(), Optional.empty());
    }

    @Override
    public void committed(List<Committed> batch) {
        for (var committed : batch) {
            if (committed.change() instanceof RoomCommit commit) {
                keep(commit.room(), Optional.ofNullable(expected.remove(commit)));
            }
        }
    }

    private void keep(RoomId room, Optional<LiveRoom> head) {
        var stripe = stripe(room);
        long stamp = stripe.writeLock();
        try {
            head.ifPresentOrElse(live -> heads.put(room, live), () -> heads.remove(room));
        } finally {
            stripe.unlockWrite(stamp);
        }
    }

    private StampedLock stripe(RoomId room) {
        return stripes[Math.floorMod(room.hashCode(), STRIPES)];
    }

    private LiveRoom live(RoomHead head) {
        var snapshots = SnapshotChain.of(head.currentState());
        var wanted = new HashSet<>(head.forwardExtremities());
        for (var type : LiveRoom.INTERPRETED) {
            snapshots.state().get(type).ifPresent(wanted::add);
        }
        var found = events.events(wanted);
        var depths = new HashMap<EventId, Long>();
        for (var extremity : head.forwardExtremities()) {
            depths.put(extremity, found(found, extremity).depth());
        }
        var interpreted = new HashMap<EventType, Event>();
        for (var type : LiveRoom.INTERPRETED) {
            snapshots.state().get(type).ifPresent(id -> interpreted.put(type, found(found, id)));
        }
        var counts = Optional.ofNullable(rooms.summaries(Set.of(head.room())).get(head.room()));
        return new LiveRoom(
                head.room(),
                head.version(),
                head.revision(),
                depths,
                snapshots,
                interpreted,
                counts.map(RoomSummary::joinedMembers).orElse(0),
                counts.map(RoomSummary::invitedMembers).orElse(0));
    }

    private static Event found(Map<EventId, StoredEvent> found, EventId id) {
        var stored = found.get(id);
        if (stored == null) {
            throw new IllegalStateException("The store has no event " + id + ", which a room's head names");
        }
        return stored.event();
    }
}
