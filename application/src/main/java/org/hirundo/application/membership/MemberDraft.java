package org.hirundo.application.membership;

import java.util.Optional;
import org.hirundo.application.room.RoomView;
import org.hirundo.domain.event.EventDraft;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.Membership;

/** Drafts of membership events. */
final class MemberDraft {

    private MemberDraft() {}

    /** An event by which {@code sender} gives {@code user} a membership. */
    static EventDraft of(RoomView room, UserId sender, UserId user, JsonObject content) {
        return EventDraft.state(room.id(), sender, EventType.MEMBER, user.toString(), content);
    }

    /** The content of a membership without a profile. */
    static JsonObject content(Membership membership, Optional<String> reason) {
        return withReason(JsonObject.of("membership", membership.wireName()), reason);
    }

    /** The content with the reason, if there is one. */
    static JsonObject withReason(JsonObject content, Optional<String> reason) {
        return content.toBuilder().putIfPresent("reason", reason).build();
    }
}
