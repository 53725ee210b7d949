package org.hirundo.application.port.push;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * Pushers, and for each the events that are still to be pushed. A pusher also goes with its device, see {@link
 * org.hirundo.application.port.stream.DevicesRemoved}; with a pusher goes what waits for it.
 */
public interface PushStore {

    /**
     * Puts the pusher in place of the one that has its key; what waits stays.
     *
     * @param alone whether pushers of other users with the same app and pushkey go, in the same transaction
     */
    void put(Pusher pusher, boolean alone);

    /** Removes the pusher, if it is there. */
    void remove(Pusher.Key key);

    /** The pusher. */
    Optional<Pusher> find(Pusher.Key key);

    /** The pushers of the users, those without are absent; each user's in the order of app and pushkey. One read. */
    Map<UserId, List<Pusher>> of(Set<UserId> users);

    /** All users who have a pusher. */
    Set<UserId> users();

    /**
     * Adds events to what waits, in one transaction. What waits already is not added twice, and nothing is added for pushers that
     * are not there. Of what waits for a pusher then, the oldest beyond the limit is dropped.
     */
    void enqueue(Collection<Waiting> pushes, int limit);

    /** The first events that wait for the pusher, oldest first. */
    List<Waiting> waiting(Pusher.Key key, int limit);

    /** All pushers for which something waits. */
    Set<Pusher.Key> withWaiting();

    /** What waited for the pusher up to the position is done. */
    void done(Pusher.Key key, StreamPosition upTo);

    /** The rooms that mails of the pusher told of, as they were noted last. */
    Map<RoomId, Mailed> mailed(Pusher.Key key);

    /**
     * A mail told of what waited for the pusher up to the position, which is done; the rooms take the place of those noted before.
     * Both in one transaction; nothing is noted for a pusher that is not there.
     */
    void mailed(Pusher.Key key, StreamPosition upTo, Map<RoomId, Mailed> rooms);

    /**
     * That mails told of a room.
     *
     * @param upTo the last event that they told of
     * @param at when the last of them was sent, to the millisecond
     * @param mails how many there were since the user read in the room
     */
    record Mailed(StreamPosition upTo, Instant at, int mails) {}

    /**
     * An event that is to be pushed.
     *
     * @param tweaks how it is to be presented
     */
    record Waiting(Pusher.Key pusher, StreamPosition position, EventId event, JsonObject tweaks) {}
}
