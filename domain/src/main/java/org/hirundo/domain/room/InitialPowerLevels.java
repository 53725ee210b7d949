package org.hirundo.domain.room;

import java.util.Collection;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * The power levels with which a room begins.
 *
 * <p>The specification leaves them to the server. Moderators, level 50, do what is done every day; what cannot be undone, or
 * decides who sees what, needs level 100, which the creator has.
 */
public final class InitialPowerLevels {

    private static final int MODERATOR = 50;
    private static final int ADMINISTRATOR = 100;

    /** More than any level that is given by default, so that creators alone upgrade the room (room version 12). */
    private static final int CREATORS_ONLY = 150;

    private InitialPowerLevels() {}

    /**
     * The content of the power levels event.
     *
     * @param version decides whether the creators are named; where their power is infinite they must not be
     * @param creators the creator, and who is to have the same power
     * @param open whether everybody can come in; then inviting is left to moderators, lest it be a way to spam
     */
    public static JsonObject content(RoomVersion version, Collection<UserId> creators, boolean open) {
        boolean infinite = version.levels().creatorsOutrank();
        var users = JsonObject.builder();
        if (!infinite) {
            creators.forEach(creator -> users.put(creator.toString(), ADMINISTRATOR));
        }
        return JsonObject.builder()
                .put("users", users.build())
                .put("users_default", 0)
                .put("events", events(infinite ? CREATORS_ONLY : ADMINISTRATOR))
                .put("events_default", 0)
                .put("state_default", MODERATOR)
                .put("invite", open ? MODERATOR : 0)
                .put("kick", MODERATOR)
                .put("ban", MODERATOR)
                .put("redact", MODERATOR)
                .put(
                        "notifications",
                        JsonObject.builder().put("room", MODERATOR).build())
                .build();
    }

    private static JsonObject events(int tombstone) {
        return JsonObject.builder()
                .put(EventType.POWER_LEVELS.value(), ADMINISTRATOR)
                .put(EventType.HISTORY_VISIBILITY.value(), ADMINISTRATOR)
                .put(EventType.SERVER_ACL.value(), ADMINISTRATOR)
                .put(EventType.ENCRYPTION.value(), ADMINISTRATOR)
                .put(EventType.TOMBSTONE.value(), tombstone)
                .build();
    }
}
