package org.hirundo.application.sync;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.hirundo.application.cache.ByteBoundedCache;
import org.hirundo.application.cache.MemoryBudget;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;

/**
 * Which membership events each device was sent when it loads members lazily. What is forgotten is only sent again.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#lazy-loading-room-members">Lazy-loading room members</a>
 */
@Singleton
final class LazyMembers {

    private final ByteBoundedCache<Key, Map<UserId, EventId>> sent;

    private record Key(UserId user, DeviceId device, RoomId room) {}

    @Inject
    LazyMembers(MemoryBudget budget) {
        sent = new ByteBoundedCache<>(budget, (key, members) -> 300 + 200L * members.size());
    }

    /** The membership events the device has of the room. */
    Map<UserId, EventId> sent(UserId user, DeviceId device, RoomId room) {
        return sent.get(new Key(user, device, room)).orElse(Map.of());
    }

    /** The device gets these now; {@code afresh} when it begins anew with the room. */
    void sending(UserId user, DeviceId device, RoomId room, Map<UserId, EventId> members, boolean afresh) {
        var key = new Key(user, device, room);
        var all = new HashMap<UserId, EventId>(afresh ? Map.of() : sent.get(key).orElse(Map.of()));
        all.putAll(members);
        sent.put(key, Map.copyOf(all));
    }
}
