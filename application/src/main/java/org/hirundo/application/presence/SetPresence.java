package org.hirundo.application.presence;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.presence.PresenceRequest;

/** A user says how present they are. */
@Singleton
public final class SetPresence {

    private final PresenceBoard board;

    @Inject
    public SetPresence(PresenceBoard board) {
        this.board = board;
    }

    /**
     * Notes it and tells those who share a room.
     *
     * @throws Forbidden when it is said of somebody else
     */
    public void set(Requester requester, UserId user, PresenceRequest request) {
        requester.refuseUnlessSelf(user);
        board.set(user, requester.device(), request);
    }
}
