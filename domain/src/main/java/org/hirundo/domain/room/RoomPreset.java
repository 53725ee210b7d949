package org.hirundo.domain.room;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.json.JsonObject;

/**
 * A kind of room that a client can ask for when it creates one.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3createroom">POST /createRoom</a>
 */
public enum RoomPreset {
    /** By invitation; its members cannot invite more than the power levels say. */
    PRIVATE_CHAT("private_chat", "invite", "can_join"),
    /** By invitation, and all who are invited at once have the power of the creator. */
    TRUSTED_PRIVATE_CHAT("trusted_private_chat", "invite", "can_join"),
    /** Open to everybody but guests. */
    PUBLIC_CHAT("public_chat", "public", "forbidden");

    private final String wireName;
    private final String joinRule;
    private final String guestAccess;

    RoomPreset(String wireName, String joinRule, String guestAccess) {
        this.wireName = wireName;
        this.joinRule = joinRule;
        this.guestAccess = guestAccess;
    }

    /** The preset of this name in the API. */
    public static Optional<RoomPreset> of(String wireName) {
        return Stream.of(values())
                .filter(preset -> preset.wireName.equals(wireName))
                .findFirst();
    }

    /** The state with which such a room begins, in the order in which it is to be sent; all with the empty state key. */
    public SequencedMap<EventType, JsonObject> initialState() {
        var state = new LinkedHashMap<EventType, JsonObject>();
        state.put(EventType.JOIN_RULES, JsonObject.of("join_rule", joinRule));
        state.put(EventType.HISTORY_VISIBILITY, JsonObject.of("history_visibility", "shared"));
        state.put(EventType.GUEST_ACCESS, JsonObject.of("guest_access", guestAccess));
        return state;
    }

    /** Whether those who are invited at once get the power of the creator. */
    public boolean trustsInvitees() {
        return this == TRUSTED_PRIVATE_CHAT;
    }

    /** Whether everybody can come in without being asked. */
    public boolean isOpen() {
        return this == PUBLIC_CHAT;
    }
}
