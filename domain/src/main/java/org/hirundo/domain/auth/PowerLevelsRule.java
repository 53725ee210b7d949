package org.hirundo.domain.auth;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * {@code m.room.power_levels}: levels are well formed, and nobody touches a level above their own.
 *
 * <p>Room versions before 10 say only of {@code users} what happens to levels that cannot be read. Servers reject the event
 * for any level they would have to look at, and so does this rule: a level that cannot be read has no meaning that servers
 * could agree on. And {@code users} may be absent, as everywhere.
 *
 * @param format how levels are written
 * @param maps the properties whose entries are guarded as the levels beside them
 * @param creatorsStandApart whether the room's creators have no level
 */
record PowerLevelsRule(LevelFormat format, List<String> maps, boolean creatorsStandApart) implements AuthRule {

    static final PowerLevelsRule V1 = new PowerLevelsRule(LevelFormat.V1, List.of("events"), false);

    static final PowerLevelsRule V6 = new PowerLevelsRule(LevelFormat.V6, List.of("events", "notifications"), false);

    static final PowerLevelsRule V10 = new PowerLevelsRule(LevelFormat.V10, V6.maps, false);

    static final PowerLevelsRule V12 = new PowerLevelsRule(V10.format, V10.maps, true);

    private static final List<String> LEVELS =
            List.of("users_default", "events_default", "state_default", "ban", "redact", "kick", "invite");

    @Override
    public String name() {
        return "m.room.power_levels";
    }

    @Override
    public Ruling rule(Event event, StateView room) {
        if (!event.isType(EventType.POWER_LEVELS)) {
            return Ruling.pass();
        }
        return objectionToForm(event.content())
                .or(() -> objectionToUsers(event.content(), room))
                .or(() -> room.powerLevelsEvent().flatMap(current -> objectionToChange(current, event, room)))
                .map(Ruling::deny)
                .orElseGet(Ruling::allow);
    }

    private Optional<String> objectionToForm(JsonObject content) {
        for (var name : LEVELS) {
            var level = content.get(name);
            if (level != null && format.read(level).isEmpty()) {
                return Optional.of("The level " + name + " cannot be read");
            }
        }
        return Stream.concat(maps.stream(), Stream.of("users"))
                .filter(map -> !isMapOfLevels(content.get(map)))
                .findFirst()
                .map(map -> "The levels of " + map + " cannot be read");
    }

    private boolean isMapOfLevels(@Nullable JsonValue value) {
        return value == null
                || value instanceof JsonObject levels
                        && levels.members().values().stream()
                                .allMatch(level -> format.read(level).isPresent());
    }

    private Optional<String> objectionToUsers(JsonObject content, StateView room) {
        for (var user : entries(content, "users").names()) {
            var id = UserIds.parse(user);
            if (id.isEmpty()) {
                return Optional.of("There is a level for " + user + ", which is no user");
            }
            if (creatorsStandApart && room.isCreator(id.get())) {
                return Optional.of("There is a level for " + user + ", a creator of the room");
            }
        }
        return Optional.empty();
    }

    private Optional<String> objectionToChange(Event current, Event proposed, StateView room) {
        var sender = proposed.sender();
        long senderLevel = room.powerLevels().levelOf(sender);
        var before = current.content();
        var after = proposed.content();
        var levels = changes(before, after).filter(change -> LEVELS.contains(change.name()));
        var entries = maps.stream().flatMap(map -> changes(entries(before, map), entries(after, map)));
        return Stream.concat(levels, entries)
                .filter(change -> change.touchesAbove(senderLevel))
                .findFirst()
                .or(() -> changes(entries(before, "users"), entries(after, "users"))
                        .filter(change -> change.isRaisedAbove(senderLevel)
                                || !change.name().equals(sender.toString()) && change.takesFrom(senderLevel))
                        .findFirst())
                .map(change -> "The sender's power level does not suffice to change that of " + change.name());
    }

    private Stream<LevelChange> changes(JsonObject before, JsonObject after) {
        return LevelChange.between(before, after, format);
    }

    private static JsonObject entries(JsonObject content, String map) {
        return content.object(map).orElse(JsonObject.EMPTY);
    }
}
