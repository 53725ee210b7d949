package org.hirundo.application.sync;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hirundo.application.cache.States;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.sync.SyncAnswer.StrippedRoom;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.state.StateMap;

/**
 * What a user who is not in a room yet is shown of it: the stripped state at their invite or knock.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#stripped-state">Stripped state</a>
 */
@Singleton
final class StrippedRooms {

    private static final List<EventType> TYPES = List.of(
            EventType.CREATE,
            EventType.JOIN_RULES,
            EventType.NAME,
            EventType.AVATAR,
            EventType.TOPIC,
            EventType.CANONICAL_ALIAS,
            EventType.ENCRYPTION);

    private final EventStore events;
    private final States states;

    @Inject
    StrippedRooms(EventStore events, States states) {
        this.events = events;
        this.states = states;
    }

    Map<RoomId, StrippedRoom> of(UserId user, Collection<RoomMembership> memberships) {
        if (memberships.isEmpty()) {
            return Map.of();
        }
        var memberEvents = events.events(ids(memberships));
        var names = new HashSet<EventId>();
        memberEvents.values().forEach(event -> names.add(event.stateAfter()));
        var at = states.of(names);
        var shown = new LinkedHashMap<RoomId, Set<EventId>>();
        for (var membership : memberships) {
            var event = memberEvents.get(membership.event());
            if (event != null) {
                var state = at.getOrDefault(event.stateAfter(), StateMap.EMPTY);
                shown.put(membership.room(), shown(user, event, state));
            }
        }
        var wanted = new HashSet<EventId>();
        shown.values().forEach(wanted::addAll);
        var found = events.events(wanted);
        var rooms = new HashMap<RoomId, StrippedRoom>();
        shown.forEach((room, ids) -> rooms.put(room, strip(ids, found)));
        return rooms;
    }

    private static Set<EventId> ids(Collection<RoomMembership> memberships) {
        var ids = new HashSet<EventId>();
        memberships.forEach(membership -> ids.add(membership.event()));
        return ids;
    }

    /** The events of the stripped state, the member event of the inviter among them so that they have a name. */
    private static Set<EventId> shown(UserId user, StoredEvent membership, StateMap state) {
        var ids = new LinkedHashSet<EventId>();
        TYPES.forEach(type -> state.get(type).ifPresent(ids::add));
        var sender = membership.event().sender();
        if (!sender.equals(user)) {
            state.get(new StateTuple(EventType.MEMBER, sender.toString())).ifPresent(ids::add);
        }
        ids.add(membership.id());
        return ids;
    }

    private static StrippedRoom strip(Set<EventId> ids, Map<EventId, StoredEvent> found) {
        var stripped = new ArrayList<JsonObject>();
        for (var id : ids) {
            var stored = found.get(id);
            if (stored != null) {
                stripped.add(strip(stored.event()));
            }
        }
        return new StrippedRoom(stripped);
    }

    private static JsonObject strip(Event event) {
        return JsonObject.builder()
                .put("type", event.type().value())
                .put("state_key", new JsonString(event.stateKey().orElse("")))
                .put("sender", event.sender().toString())
                .put("content", event.content())
                .build();
    }
}
