package org.hirundo.domain.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hirundo.domain.json.JsonObject;

/**
 * What others see of a user's presence.
 *
 * @param lastActive when the user last did something; empty when that is not known
 * @param currentlyActive whether the user did something just now
 */
public record PresenceStatus(
        Presence presence, Optional<Instant> lastActive, boolean currentlyActive, Optional<String> statusMessage) {

    /** Of somebody of whom nothing is known. */
    public static final PresenceStatus UNKNOWN =
            new PresenceStatus(Presence.OFFLINE, Optional.empty(), false, Optional.empty());

    /**
     * Whether those who knew the other status must be told of this one. That somebody who is active does another thing is no
     * news, although the time they last did something changes.
     */
    public boolean isNewsAfter(PresenceStatus other) {
        return presence != other.presence
                || currentlyActive != other.currentlyActive
                || !statusMessage.equals(other.statusMessage);
    }

    /** The content of {@code m.presence} and the answer to {@code GET /presence/{userId}/status}. */
    public JsonObject toJson(Instant now) {
        var json = JsonObject.builder().put("presence", presence.toString());
        lastActive.ifPresent(time -> json.put("last_active_ago", millisecondsSince(time, now)));
        if (presence == Presence.ONLINE) {
            json.put("currently_active", currentlyActive);
        }
        return json.putIfPresent("status_msg", statusMessage).build();
    }

    static long millisecondsSince(Instant time, Instant now) {
        return Math.max(0, Duration.between(time, now).toMillis());
    }
}
