package org.hirundo.domain.presence;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hirundo.domain.id.MalformedIdentifier;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;

/**
 * Presence as servers tell each other of it, the EDU {@code m.presence}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/server-server-api/#presence">Presence between servers</a>
 */
public final class PresenceEdu {

    private PresenceEdu() {}

    /**
     * Reads the content of the EDU. What is malformed, or of users of another server than the sending one, is left out; of
     * several updates of a user the last counts.
     */
    public static Map<UserId, PresenceStatus> parse(JsonObject content, ServerName origin, Instant now) {
        var statuses = new LinkedHashMap<UserId, PresenceStatus>();
        content.array("push").orElse(JsonArray.EMPTY).objectsIn().forEach(update -> update.string("user_id")
                .flatMap(PresenceEdu::userId)
                .filter(user -> user.isLocalTo(origin))
                .ifPresent(user -> status(update, now).ifPresent(status -> statuses.put(user, status))));
        return statuses;
    }

    private static Optional<UserId> userId(String text) {
        try {
            return Optional.of(UserId.parse(text));
        } catch (MalformedIdentifier e) {
            return Optional.empty();
        }
    }

    private static Optional<PresenceStatus> status(JsonObject update, Instant now) {
        var ago = update.integer("last_active_ago");
        return update.string("presence")
                .flatMap(Presence::of)
                .map(presence -> new PresenceStatus(
                        presence,
                        ago.isPresent() && ago.getAsLong() >= 0 && ago.getAsLong() <= now.toEpochMilli()
                                ? Optional.of(now.minusMillis(ago.getAsLong()))
                                : Optional.empty(),
                        presence == Presence.ONLINE
                                && update.bool("currently_active").orElse(false),
                        update.string("status_msg")
                                .filter(message -> message.length() <= PresenceRequest.MAX_STATUS_MESSAGE)));
    }

    /** The content of an EDU that tells of users of this server. */
    public static JsonObject content(Map<UserId, PresenceStatus> statuses, Instant now) {
        return JsonObject.of(
                "push", JsonArray.of(statuses.entrySet(), entry -> update(entry.getKey(), entry.getValue(), now)));
    }

    private static JsonObject update(UserId user, PresenceStatus status, Instant now) {
        var json = JsonObject.builder()
                .put("user_id", user.toString())
                .put("presence", status.presence().toString())
                .put(
                        "last_active_ago",
                        PresenceStatus.millisecondsSince(status.lastActive().orElse(Instant.EPOCH), now));
        if (status.currentlyActive()) {
            json.put("currently_active", true);
        }
        return json.putIfPresent("status_msg", status.statusMessage()).build();
    }
}
