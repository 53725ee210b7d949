package org.hirundo.application.presence;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/** Tells how present a user is. */
@Singleton
public final class ReadPresence {

    private final PresenceBoard board;
    private final InstantSource clock;

    @Inject
    public ReadPresence(PresenceBoard board, InstantSource clock) {
        this.board = board;
        this.clock = clock;
    }

    /**
     * The user's presence.
     *
     * @throws Forbidden when the requester shares no room with the user
     */
    public JsonObject read(Requester requester, UserId user) {
        if (!board.sharing(requester.user()).contains(user)) {
            throw new Forbidden("You are not allowed to see their presence");
        }
        return board.of(user).toJson(clock.instant());
    }
}
