package org.hirundo.domain.room;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedCollection;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonValue;

/**
 * What a room hands on to the one that takes its place, and how it is closed.
 *
 * @param create the create event of the room that is replaced
 * @param powerLevels its power levels event, if it has one
 * @param version the version of the room that takes its place
 * @param creators who is to have created that: the user who upgrades, then any others that the version lets be named
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#room-upgrades">Room upgrades</a>
 */
public record Replacement(
        Event create, Optional<Event> powerLevels, RoomVersion version, SequencedCollection<UserId> creators) {

    /** The state with the empty state key that is handed on as it is, in the order in which it is to be sent. */
    public static final List<EventType> HANDED_ON = List.of(
            EventType.JOIN_RULES,
            EventType.HISTORY_VISIBILITY,
            EventType.GUEST_ACCESS,
            EventType.ENCRYPTION,
            EventType.SERVER_ACL,
            EventType.NAME,
            EventType.TOPIC,
            EventType.AVATAR);

    private static final List<String> MAPS = List.of("users", "events", "notifications");

    /** What a user must have to do what the closed room still lets be done. */
    private static final long MODERATOR = 50;

    private static final long ADMINISTRATOR = 100;

    /** More than any level that is given by default, so that creators alone upgrade the room (room version 12). */
    private static final long CREATORS_ONLY = 150;

    /**
     * The content of the new create event, but for what every create event of the version has.
     *
     * @param last the last event of the room that is replaced
     */
    public JsonObject createContent(EventId last) {
        var predecessor = JsonObject.of("room_id", create.roomId().value());
        if (version.eventFormat().createNamesRoom()) {
            // Deprecated, and left out where the id of the room tells that clients know better.
            predecessor = predecessor.with("event_id", last.value());
        }
        var content = JsonObject.builder().put("predecessor", predecessor);
        var before = CreateContent.of(create);
        before.type().ifPresent(type -> content.put("type", type));
        if (!before.isFederated()) {
            content.put("m.federate", false);
        }
        var others = creators.stream().skip(1).distinct().toList();
        if (version.levels().creators() == LevelRules.Creators.SENDER_AND_ADDITIONAL && !others.isEmpty()) {
            content.put("additional_creators", JsonArray.ofStrings(others));
        }
        return content.build();
    }

    /**
     * The content of the new power levels event: everybody keeps their power, as far as the new version can say so. Creators
     * that stand above every level are not named; who stood above them and does so no more is named as an administrator.
     */
    public JsonObject newPowerLevels() {
        if (powerLevels.isEmpty()) {
            return InitialPowerLevels.content(version, creators, false);
        }
        var content = readable(powerLevels.get());
        var users = content.object("users").orElse(JsonObject.EMPTY);
        if (version.levels().creatorsOutrank()) {
            var events = content.object("events").orElse(JsonObject.EMPTY);
            long tombstone = Math.max(
                    CREATORS_ONLY, events.integer(EventType.TOMBSTONE.value()).orElse(0));
            return content.with("users", users.without(names(creators)))
                    .with("events", events.with(EventType.TOMBSTONE.value(), tombstone));
        }
        var upgrader = creators.getFirst();
        if (levels().isCreator(upgrader)) {
            long highest = users.members().values().stream()
                    .mapToLong(level -> level instanceof JsonInteger(long value) ? value : 0)
                    .max()
                    .orElse(0);
            return content.with("users", users.with(upgrader.toString(), Math.max(ADMINISTRATOR, highest)));
        }
        return content;
    }

    private static String[] names(Collection<UserId> users) {
        return users.stream().map(UserId::toString).toArray(String[]::new);
    }

    /**
     * The content of a power levels event that lets only moderators write to the old room and invite to it; empty when it is so
     * already.
     */
    public Optional<JsonObject> closedPowerLevels() {
        var levels = levels();
        long closed = Math.max(MODERATOR, levels.usersDefault() + 1);
        if (levels.eventsDefault() >= closed && levels.invite() >= closed) {
            return Optional.empty();
        }
        var content = powerLevels.map(Replacement::readable).orElse(JsonObject.EMPTY);
        if (powerLevels.isEmpty() && !create.roomVersion().levels().creatorsOutrank()) {
            // With the first power levels event of a room its creator loses the power of being that.
            var users = JsonObject.builder();
            create.roomVersion()
                    .levels()
                    .creators()
                    .of(create)
                    .forEach(creator -> users.put(creator.toString(), ADMINISTRATOR));
            content = content.with("users", users.build());
        }
        return Optional.of(content.with("events_default", Math.max(closed, levels.eventsDefault()))
                .with("invite", Math.max(closed, levels.invite())));
    }

    private PowerLevels levels() {
        return PowerLevels.of(create, powerLevels);
    }

    /** The content with all levels written as integers, which every version reads; what is no level is left out. */
    private static JsonObject readable(Event powerLevels) {
        var written = powerLevels.roomVersion().levels().written();
        var readable = powerLevels.content();
        for (var name : LevelRules.LEVELS) {
            readable = withLevel(readable, name, written);
        }
        for (var name : MAPS) {
            if (readable.has(name)) {
                var entries = readable.object(name).orElse(JsonObject.EMPTY);
                for (var entry : List.copyOf(entries.names())) {
                    entries = withLevel(entries, entry, written);
                }
                readable = readable.with(name, entries);
            }
        }
        return readable;
    }

    private static JsonObject withLevel(JsonObject levels, String name, LevelRules.Written written) {
        JsonValue value = levels.get(name);
        if (value == null) {
            return levels;
        }
        OptionalLong level = written.read(value);
        return level.isEmpty()
                ? levels.without(name)
                : levels.with(
                        name, Math.clamp(level.getAsLong(), JsonInteger.MIN_CANONICAL, JsonInteger.MAX_CANONICAL));
    }
}
