package org.hirundo.application.room;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.stream.Pending;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventId;
import org.jspecify.annotations.Nullable;

/**
 * Those who write to one room, in the order they came, and the room as it is while commits are under way.
 *
 * <p>The room is moved when a commit is submitted, not when it is durable, so that one transaction of the storage can hold
 * many commits of the room. A commit that fails takes all that were built on it along: the store finds their base gone,
 * and each of their writers starts over from a new reading of the room.
 */
final class RoomQueue {

    /** Who holds this reads and moves the room. Fair: a room's events come in the order of the requests. */
    final ReentrantLock turn = new ReentrantLock(true);

    /** How many are here; guarded by the map of queues. */
    private int writers;

    /** The room with all submitted commits; null until it is read, and after a commit failed. */
    private @Nullable LiveRoom head;

    /** How often the room was read; who built on an older reading must not touch this one. */
    private long reading;

    /** The latest commit that was submitted on this reading. */
    private @Nullable Pending latest;

    /** Events that were submitted and that the store may not show yet. */
    private final Map<EventId, Event> underWay = new ConcurrentHashMap<>();

    /** One more is here. */
    RoomQueue entered() {
        writers++;
        return this;
    }

    /** One is gone; true when that was the last. */
    boolean left() {
        writers--;
        return writers == 0;
    }

    /** The room with all submitted commits. Needs the turn. */
    LiveRoom head(Supplier<LiveRoom> reader) {
        var known = head;
        if (known == null) {
            known = reader.get();
            head = known;
            latest = null;
            reading++;
        }
        return known;
    }

    /** Which reading of the room the head belongs to. Needs the turn. */
    long reading() {
        return reading;
    }

    /** The latest commit that the head rests on; empty when the head is as it was read. Needs the turn. */
    Optional<Pending> latest() {
        return Optional.ofNullable(latest);
    }

    /** Moves the room. Needs the turn. */
    void move(RoomCommit commit, LiveRoom after, Pending pending) {
        head = after;
        latest = pending;
        for (var added : commit.events()) {
            underWay.put(added.event().id(), added.event());
        }
    }

    /** Drops the room as it was read then, unless it was read anew since. */
    void forget(long builtOn) {
        turn.lock();
        try {
            if (reading == builtOn) {
                head = null;
            }
        } finally {
            turn.unlock();
        }
    }

    /** The commit is durable or came to nothing. */
    void settle(RoomCommit commit) {
        for (var added : commit.events()) {
            underWay.remove(added.event().id());
        }
    }

    /** Events that were submitted and that the store may not show yet. */
    Map<EventId, Event> underWay() {
        return underWay;
    }
}
