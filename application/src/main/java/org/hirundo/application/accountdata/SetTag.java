package org.hirundo.application.accountdata;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonNumber;
import org.hirundo.domain.json.JsonObject;

/**
 * A user tags a room.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#room-tagging">Room tagging</a>
 */
@Singleton
public final class SetTag {

    private static final String ORDER = "order";

    private final RoomTags tags;

    @Inject
    SetTag(RoomTags tags) {
        this.tags = tags;
    }

    /** A tag of a room, and what the user says of it. */
    public record Tag(RoomId room, String name, JsonObject content) {}

    /**
     * Adds the tag, or replaces what was said of it.
     *
     * @throws org.hirundo.domain.error.Forbidden when it is another user's
     * @throws org.hirundo.domain.error.InvalidParam when the name is too long
     * @throws BadJson when the order is no number
     * @throws org.hirundo.domain.error.TooLarge when the room's tags become too large
     */
    public void set(Requester requester, UserId user, Tag tag) {
        requester.refuseGuest();
        requester.refuseUnlessSelf(user);
        RoomTags.checkName(tag.name());
        if (tag.content().has(ORDER) && !(tag.content().get(ORDER) instanceof JsonNumber)) {
            throw new BadJson("The order of a tag is a number");
        }
        tags.change(requester, tag.room(), known -> known.with(tag.name(), tag.content()));
    }
}
