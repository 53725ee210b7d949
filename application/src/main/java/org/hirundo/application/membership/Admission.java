package org.hirundo.application.membership;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hirundo.application.config.Identity;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.room.RoomView;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.GuestAccessForbidden;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.Membership;

/**
 * Who may come into a room, beyond what the authorisation rules say: guests where the room lets them in; and into restricted
 * rooms those who are in one of the rooms that the join rules name, on the word of a user of this server who may invite.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#restricted-rooms">Restricted rooms</a>
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#guest-access">Guest access</a>
 */
@Singleton
final class Admission {

    private static final String AUTHORISER = "join_authorised_via_users_server";
    private static final Set<String> RESTRICTED = Set.of("restricted", "knock_restricted");

    private final MembershipStore memberships;
    private final Identity identity;

    @Inject
    Admission(MembershipStore memberships, Identity identity) {
        this.memberships = memberships;
        this.identity = identity;
    }

    /** Gathers what the requester can bring forward to join the room, before the room is entered. */
    Grounds grounds(Requester requester, RoomId room) {
        var joined = memberships.roomsOf(requester.user()).values().stream()
                .filter(membership -> membership.membership() == Membership.JOIN)
                .map(RoomMembership::room)
                .collect(Collectors.toSet());
        var ours = memberships.joinedTo(Set.of(room)).getOrDefault(room, Set.of()).stream()
                .filter(member -> member.isLocalTo(identity.server()))
                .sorted(Comparator.comparing(UserId::toString))
                .toList();
        return new Grounds(requester, joined, ours);
    }

    /**
     * What a user can bring forward.
     *
     * @param joined the rooms the user is in
     * @param ours the users of this server in the room to join
     */
    record Grounds(Requester requester, Set<RoomId> joined, List<UserId> ours) {

        /**
         * The content of the join event, with the user who authorises it where the room is restricted. Who was invited, or is
         * in the room and changes their profile, needs nobody's word.
         *
         * @param content what the user wants in the event; a word that it claims to have is not taken
         * @throws GuestAccessForbidden when a guest asks and the room does not let guests in
         * @throws Forbidden when the user meets none of the conditions, or nobody here may let them in
         */
        JsonObject admit(RoomView room, JsonObject content) {
            var plain = content.without(AUTHORISER);
            return switch (room.membership(requester.user())) {
                case JOIN, BAN -> plain;
                case INVITE -> {
                    checkGuest(room);
                    yield plain;
                }
                case KNOCK, LEAVE -> {
                    checkGuest(room);
                    yield isRestricted(room)
                            ? plain.with(AUTHORISER, authoriser(room).toString())
                            : plain;
                }
            };
        }

        private void checkGuest(RoomView room) {
            if (requester.isGuest() && !room.guestsMayJoin()) {
                throw new GuestAccessForbidden("Guests cannot join this room");
            }
        }

        private static JsonObject joinRules(RoomView room) {
            return room.state(EventType.JOIN_RULES).map(Event::content).orElse(JsonObject.EMPTY);
        }

        private static boolean isRestricted(RoomView room) {
            return RESTRICTED.contains(joinRules(room).string("join_rule").orElse(""));
        }

        private UserId authoriser(RoomView room) {
            if (joinRules(room)
                    .array("allow")
                    .orElse(JsonArray.EMPTY)
                    .objectsIn()
                    .noneMatch(this::meets)) {
                throw new Forbidden("You are in none of the rooms whose members may join this room");
            }
            var levels = room.powerLevels();
            return ours.stream()
                    .filter(member -> levels.levelOf(member) >= levels.invite())
                    .filter(member -> room.membership(member) == Membership.JOIN)
                    .findFirst()
                    .orElseThrow(() -> new Forbidden("No member on this server may let you into the room"));
        }

        private boolean meets(JsonObject condition) {
            return condition.string("type").equals(Optional.of("m.room_membership"))
                    && condition
                            .string("room_id")
                            .map(RoomId::new)
                            .filter(joined::contains)
                            .isPresent();
        }
    }
}
