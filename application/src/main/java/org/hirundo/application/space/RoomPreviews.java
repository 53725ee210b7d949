package org.hirundo.application.space;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.room.LiveRoom;
import org.hirundo.application.room.RoomHeads;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.JoinRule;
import org.hirundo.domain.room.Membership;

/**
 * Who may see what a room shows of itself: members and who may become one, by joining or by knocking; everybody, where the
 * history is world-readable.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv1roomsroomidhierarchy">GET …/hierarchy</a>,
 *     where the conditions are listed
 */
@Singleton
final class RoomPreviews {

    private final RoomHeads heads;
    private final MembershipStore memberships;

    @Inject
    RoomPreviews(RoomHeads heads, MembershipStore memberships) {
        this.heads = heads;
        this.memberships = memberships;
    }

    /** The reader, and the rooms that they have a membership in. */
    record Reader(Map<RoomId, RoomMembership> rooms) {

        /** Somebody of whom nothing is known. */
        static final Reader ANYBODY = new Reader(Map.of());

        private Optional<Membership> membership(RoomId room) {
            return Optional.ofNullable(rooms.get(room)).map(RoomMembership::membership);
        }

        private boolean isIn(RoomId room) {
            return membership(room).equals(Optional.of(Membership.JOIN));
        }
    }

    /** A user as reader; one read. */
    Reader reader(UserId user) {
        return new Reader(memberships.roomsOf(user));
    }

    /** What the room shows to the reader; empty when there is no such room, or it shows nothing. */
    Optional<RoomPreview> find(Reader reader, RoomId id) {
        return heads.find(id)
                .filter(room -> isShown(reader, room))
                .map(room ->
                        new RoomPreview(id, room.version(), room.summary(), allowedRooms(room), reader.membership(id)));
    }

    private static boolean isShown(Reader reader, LiveRoom room) {
        if (room.summary().worldReadable()) {
            return true;
        }
        return switch (reader.membership(room.id()).orElse(Membership.LEAVE)) {
            case JOIN, INVITE -> true;
            case BAN -> false;
            case KNOCK, LEAVE -> mayComeIn(reader, room);
        };
    }

    private static boolean mayComeIn(Reader reader, LiveRoom room) {
        var joinRule = room.interpreted(EventType.JOIN_RULES).flatMap(JoinRule::of);
        return joinRule.filter(rule ->
                                rule == JoinRule.PUBLIC || room.version().auth().letKnock(rule))
                        .isPresent()
                || allowedRooms(room).stream().anyMatch(reader::isIn);
    }

    private static List<RoomId> allowedRooms(LiveRoom room) {
        var joinRules = room.interpreted(EventType.JOIN_RULES);
        if (joinRules
                .flatMap(JoinRule::of)
                .filter(room.version().auth()::letJoinAuthorised)
                .isEmpty()) {
            return List.of();
        }
        return joinRules
                .map(Event::content)
                .orElse(JsonObject.EMPTY)
                .array("allow")
                .orElse(JsonArray.EMPTY)
                .objectsIn()
                .filter(condition -> condition.string("type").equals(Optional.of("m.room_membership")))
                .flatMap(condition -> condition.string("room_id").flatMap(RoomId::find).stream())
                .distinct()
                .toList();
    }
}
