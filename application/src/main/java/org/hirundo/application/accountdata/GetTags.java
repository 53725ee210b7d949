package org.hirundo.application.accountdata;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * A user reads the tags of a room.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#room-tagging">Room tagging</a>
 */
@Singleton
public final class GetTags {

    private final RoomTags tags;

    @Inject
    GetTags(RoomTags tags) {
        this.tags = tags;
    }

    /**
     * The tags by name.
     *
     * @throws org.hirundo.domain.error.Forbidden when they are another user's
     */
    public JsonObject get(Requester requester, UserId user, RoomId room) {
        requester.refuseGuest();
        requester.refuseUnlessSelf(user);
        return tags.tags(user, room);
    }
}
