package org.hirundo.application.typing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.presence.PresenceBoard;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.Membership;
import org.hirundo.domain.typing.TypingRequest;

/**
 * A user types, or does so no more.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#typing-notifications">Typing notifications</a>
 */
@Singleton
public final class SendTyping {

    private final TypingBoard board;
    private final MembershipStore memberships;
    private final PresenceBoard presence;

    @Inject
    public SendTyping(TypingBoard board, MembershipStore memberships, PresenceBoard presence) {
        this.board = board;
        this.memberships = memberships;
        this.presence = presence;
    }

    /** What the client says: of whom, where. */
    public record Typing(RoomId room, UserId user, TypingRequest request) {}

    /**
     * Tells the others in the room.
     *
     * @throws Forbidden when it is said of somebody else, or by somebody who is not in the room
     */
    public void send(Requester requester, Typing typing) {
        if (!typing.user().equals(requester.user())) {
            throw new Forbidden("Only the user can say that the user types");
        }
        var membership = memberships.find(typing.room(), typing.user()).map(RoomMembership::membership);
        if (!membership.equals(Optional.of(Membership.JOIN))) {
            throw new Forbidden("You are not in this room");
        }
        if (typing.request().typing()) {
            board.started(typing.room(), typing.user(), typing.request().timeout());
            presence.active(typing.user());
        } else {
            board.stopped(typing.room(), typing.user());
        }
    }
}
