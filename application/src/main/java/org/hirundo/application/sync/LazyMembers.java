package org.hirundo.application.sync;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.hirundo.application.cache.ByteBoundedCache;
import org.hirundo.application.cache.MemoryBudget;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;

/**
 * Which membership events each device was sent when it loads members lazily. What is forgotten is only sent again.
 *
 * <p>An answer may never have arrived. So what was sent counts from the position of its answer on: a device that comes back
 * with an older token does not have it.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#lazy-loading-room-members">Lazy-loading room members</a>
 */
@Singleton
final class LazyMembers {

    private final ByteBoundedCache<Key, Map<UserId, Sent>> sent;

    /** A device and what it looks at. */
    record Key(UserId user, DeviceId device, RoomId room) {}

    /** A membership event, and up to where the answer told that had it. */
    private record Sent(EventId event, StreamPosition upTo) {}

    @Inject
    LazyMembers(MemoryBudget budget) {
        sent = new ByteBoundedCache<>(budget, (key, members) -> 300 + 220L * members.size());
    }

    /** The membership events of the room that a device has whose token is of this position. */
    Map<UserId, EventId> sent(Key key, StreamPosition token) {
        var known = new HashMap<UserId, EventId>();
        sent.get(key).orElse(Map.of()).forEach((member, membership) -> {
            if (!membership.upTo().isAfter(token)) {
                known.put(member, membership.event());
            }
        });
        return known;
    }

    /** The device gets these with the answer that tells up to the position; {@code afresh} when it begins anew with the room. */
    void sending(Key key, StreamPosition upTo, Map<UserId, EventId> members, boolean afresh) {
        var all = new HashMap<UserId, Sent>(afresh ? Map.of() : sent.get(key).orElse(Map.of()));
        members.forEach((member, event) -> all.put(member, new Sent(event, upTo)));
        sent.put(key, Map.copyOf(all));
    }
}
