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

    /** What only the server puts into the event, and what the request of a join says to the server. */
    private static final String[] RESERVED = {
        "membership",
        "displayname",
        "avatar_url",
        "is_direct",
        "join_authorised_via_users_server",
        "third_party_invite",
        "reason",
        "third_party_signed"
    };

    private MemberDraft() {}

    /** An event by which {@code sender} gives {@code user} a membership. */
    static EventDraft of(RoomView room, UserId sender, UserId user, JsonObject content) {
        return EventDraft.state(room.id(), sender, EventType.MEMBER, user.toString(), content);
    }

    /** The content of a membership without a profile. */
    static JsonObject content(Membership membership, Optional<String> reason) {
        return withReason(JsonObject.of("membership", membership.wireName()), reason);
    }

    /** The content with members of the client's own, of which none takes the place of one that has a meaning. */
    static JsonObject withExtra(JsonObject content, JsonObject extra) {
        return extra.without(RESERVED).toBuilder().putAll(content).build();
    }

    /** The content with the reason, if there is one. */
    static JsonObject withReason(JsonObject content, Optional<String> reason) {
        return content.toBuilder().putIfPresent("reason", reason).build();
    }
}
