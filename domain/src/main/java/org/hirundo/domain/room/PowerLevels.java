package org.hirundo.domain.room;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonValue;

/**
 * The power levels in force in a room: those of the {@code m.room.power_levels} event, or what holds without one.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#mroompower_levels">m.room.power_levels</a>
 */
public final class PowerLevels {

    /** Above every level that can be set: what creators have from room version 12 on. */
    public static final long CREATOR = Long.MAX_VALUE;

    private static final long MODERATOR = 50;
    private static final long CREATOR_WITHOUT_LEVELS = 100;

    private final LevelRules rules;
    private final Set<UserId> creators;
    private final Optional<JsonObject> content;

    private PowerLevels(LevelRules rules, Set<UserId> creators, Optional<JsonObject> content) {
        this.rules = rules;
        this.creators = creators;
        this.content = content;
    }

    /**
     * What in the content of an {@code m.room.power_levels} is not as it is to be written today, whatever a room version
     * takes: the name of a level, or of a map of levels.
     */
    public static Optional<String> malformed(JsonObject content) {
        return LevelRules.Written.AS_INTEGERS.unreadable(content, List.of("events", "notifications", "users"));
    }

    /** The levels of a room that was created by one event, set by another if any. */
    public static PowerLevels of(Event create, Optional<Event> powerLevels) {
        var rules = create.roomVersion().levels();
        return new PowerLevels(rules, rules.creators().of(create), powerLevels.map(Event::content));
    }

    /** The level of the user, {@link #CREATOR} when nobody can be above. */
    public long levelOf(UserId user) {
        if (creators.contains(user)) {
            if (rules.creatorsOutrank()) {
                return CREATOR;
            }
            if (content.isEmpty()) {
                return CREATOR_WITHOUT_LEVELS;
            }
        }
        return entry("users", user.toString()).orElseGet(this::usersDefault);
    }

    /** The level of users that have none of their own. */
    public long usersDefault() {
        return level("users_default", 0);
    }

    /** Whether the user created the room and, as room version 12 has it, stands above every level for that. */
    public boolean isCreator(UserId user) {
        return rules.creatorsOutrank() && creators.contains(user);
    }

    /** The level it takes to send an event of the type. */
    public long required(EventType type, boolean isState) {
        return entry("events", type.value())
                .orElseGet(() -> isState ? level("state_default", MODERATOR) : eventsDefault());
    }

    /** The level it takes to send an event that is no state and of which nothing else is said. */
    public long eventsDefault() {
        return level("events_default", 0);
    }

    /** The level it takes to invite. */
    public long invite() {
        return level("invite", 0);
    }

    /** The level it takes to kick. */
    public long kick() {
        return level("kick", MODERATOR);
    }

    /** The level it takes to ban and to lift a ban. */
    public long ban() {
        return level("ban", MODERATOR);
    }

    /** The level it takes to redact what others sent. */
    public long redact() {
        return level("redact", MODERATOR);
    }

    /** The level it takes to notify in the way of the key, such as {@code room} for everybody. */
    public long notification(String key) {
        return entry("notifications", key).orElse(MODERATOR);
    }

    private Optional<Long> entry(String map, String key) {
        return content.flatMap(levels -> levels.object(map))
                .flatMap(entries -> Optional.ofNullable(entries.get(key)))
                .flatMap(this::read);
    }

    private long level(String name, long unset) {
        return content.flatMap(levels -> Optional.ofNullable(levels.get(name)))
                .flatMap(this::read)
                .orElse(unset);
    }

    private Optional<Long> read(JsonValue value) {
        var level = rules.written().read(value);
        return level.isPresent() ? Optional.of(level.getAsLong()) : Optional.empty();
    }
}
