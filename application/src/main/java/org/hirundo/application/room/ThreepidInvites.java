package org.hirundo.application.room;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hirundo.application.port.identity.IdentityServerFailure;
import org.hirundo.application.port.identity.IdentityServers;
import org.hirundo.application.port.identity.IdentityServers.Stored;
import org.hirundo.domain.error.Unknown;
import org.hirundo.domain.event.EventDraft;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.ThreepidInvite;

/**
 * Invites for those of whom only a third-party identifier is known: an identity server keeps them, and the room has an event for each
 * until its owner is found.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#third-party-invites">Third-party invites</a>
 */
@Singleton
public final class ThreepidInvites {

    /** What an identity server may tell the invited of a room, by the state that says it. */
    private static final Map<EventType, Map<String, String>> ROOM = Map.of(
            EventType.CANONICAL_ALIAS, Map.of("alias", "room_alias"),
            EventType.AVATAR, Map.of("url", "room_avatar_url"),
            EventType.JOIN_RULES, Map.of("join_rule", "room_join_rules"),
            EventType.NAME, Map.of("name", "room_name"),
            EventType.CREATE, Map.of("type", "room_type"));

    private static final Map<String, String> SENDER =
            Map.of("displayname", "sender_display_name", "avatar_url", "sender_avatar_url");

    private final IdentityServers servers;
    private final Rooms rooms;

    @Inject
    public ThreepidInvites(IdentityServers servers, Rooms rooms) {
        this.servers = servers;
        this.rooms = rooms;
    }

    /**
     * Whose the identifier is; empty when it is nobody's yet.
     *
     * @throws Unknown when the identity server does not say
     */
    public Optional<UserId> owner(ThreepidInvite invite) {
        try {
            return servers.lookup(invite);
        } catch (IdentityServerFailure failure) {
            throw new Unknown("The identity server cannot be asked: " + failure.getMessage());
        }
    }

    /**
     * Refuses who may not invite to the room, before anybody else is told of it.
     *
     * @return what the identity server may tell of the room and the inviter
     * @throws org.hirundo.domain.error.Forbidden when the sender may not
     * @throws org.hirundo.domain.error.NotFound when the room is not known
     */
    public JsonObject check(UserId sender, RoomId room) {
        return rooms.write(room, view -> {
            view.append(draft(room, sender, new Stored("check", "", List.of())));
            return Change.of(view, about(view, sender));
        });
    }

    private static JsonObject about(RoomView room, UserId sender) {
        var wanted =
                ROOM.keySet().stream().map(type -> new StateTuple(type, "")).collect(Collectors.toSet());
        wanted.add(StateTuple.member(sender));
        var about = JsonObject.builder().put("room_id", room.id().value()).put("sender", sender.toString());
        room.states(Set.copyOf(wanted)).forEach((tuple, event) -> {
            var members = tuple.type().equals(EventType.MEMBER) ? SENDER : ROOM.getOrDefault(tuple.type(), Map.of());
            members.forEach((from, to) -> about.putIfPresent(to, event.content().string(from)));
        });
        return about.build();
    }

    /**
     * Has the invite kept, and sends the event for it.
     *
     * @param about what {@link #check} returned
     * @throws Unknown when the identity server does not keep it
     * @throws org.hirundo.domain.error.Forbidden when the sender may not invite any more
     */
    public void store(UserId sender, RoomId room, ThreepidInvite invite, JsonObject about) {
        Stored stored;
        try {
            stored = servers.store(invite, about);
        } catch (IdentityServerFailure failure) {
            throw new Unknown("The identity server does not keep the invite: " + failure.getMessage());
        }
        rooms.write(room, view -> Change.of(view.append(draft(room, sender, stored)), room));
    }

    /** The first key stands beside the list as well, where servers looked for it once. */
    private static EventDraft draft(RoomId room, UserId sender, Stored stored) {
        var content = JsonObject.builder().put("display_name", stored.displayName());
        stored.keys().stream().findFirst().ifPresent(key -> content.put("public_key", key.publicKey())
                .putIfPresent("key_validity_url", key.validity()));
        content.put("public_keys", JsonArray.of(stored.keys(), key -> JsonObject.builder()
                .put("public_key", key.publicKey())
                .putIfPresent("key_validity_url", key.validity())
                .build()));
        return EventDraft.state(room, sender, EventType.THIRD_PARTY_INVITE, stored.token(), content.build());
    }
}
