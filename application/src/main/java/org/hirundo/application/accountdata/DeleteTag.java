package org.hirundo.application.accountdata;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;

/**
 * A user takes a tag off a room.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#room-tagging">Room tagging</a>
 */
@Singleton
public final class DeleteTag {

    private final RoomTags tags;

    @Inject
    DeleteTag(RoomTags tags) {
        this.tags = tags;
    }

    /**
     * Removes the tag, if it is there.
     *
     * @throws org.hirundo.domain.error.Forbidden when it is another user's
     */
    public void delete(Requester requester, UserId user, RoomId room, String tag) {
        requester.refuseGuest();
        requester.refuseUnlessSelf(user);
        tags.change(requester, room, known -> known.without(tag));
    }
}
