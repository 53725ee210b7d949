package org.hirundo.domain.sync;

import java.util.Map;
import java.util.SequencedMap;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * What a client of sliding sync wants.
 *
 * @param connection the client's name for the sequence of requests that this one belongs to, among those of its device
 * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/4186">MSC4186</a>
 */
public record SlidingQuery(
        SlidingForm form,
        String connection,
        SequencedMap<String, SlidingList> lists,
        Map<RoomId, SlidingRoomConfig> subscriptions,
        SlidingExtensions extensions) {

    /**
     * Reads what the user's client wants.
     *
     * @throws org.hirundo.domain.error.BadJson when a member is of the wrong type or an identifier malformed
     * @throws org.hirundo.domain.error.MissingParam when a list or subscription does not say how many events it wants
     * @throws org.hirundo.domain.error.InvalidParam when more is asked for than is allowed, or a range is none
     */
    public static SlidingQuery parse(SlidingForm form, UserId user, JsonObject body) {
        return new SlidingQueryReader(form, user).read(new RequestReader(body, ""));
    }
}
