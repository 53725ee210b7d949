package org.hirundo.domain.auth;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.LevelRules;

/**
 * {@code m.room.power_levels}: levels are well formed, and nobody touches a level above their own. How levels are written,
 * and whether creators may have one, is up to the room version's {@link LevelRules}.
 *
 * <p>Room versions before 10 say only of {@code users} what happens to levels that cannot be read. Servers reject the event
 * for any level they would have to look at, and so does this rule: a level that cannot be read has no meaning that servers
 * could agree on. And {@code users} may be absent, as everywhere.
 *
 * @param maps the properties whose entries are guarded as the levels beside them
 */
record PowerLevelsRule(List<String> maps) implements AuthRule {

    static final PowerLevelsRule V1 = new PowerLevelsRule(List.of("events"));

    static final PowerLevelsRule V6 = new PowerLevelsRule(List.of("events", "notifications"));

    @Override
    public String name() {
        return "m.room.power_levels";
    }

    @Override
    public Ruling rule(Event event, StateView room) {
        if (!event.isType(EventType.POWER_LEVELS)) {
            return Ruling.pass();
        }
        return objectionToForm(event.content(), written(event))
                .or(() -> objectionToUsers(event.content(), room))
                .or(() -> room.powerLevelsEvent().flatMap(current -> objectionToChange(current, event, room)))
                .map(Ruling::deny)
                .orElseGet(Ruling::allow);
    }

    private static LevelRules.Written written(Event event) {
        return event.roomVersion().levels().written();
    }

    private Optional<String> objectionToForm(JsonObject content, LevelRules.Written written) {
        return written.unreadable(
                        content,
                        Stream.concat(maps.stream(), Stream.of("users")).toList())
                .map(name -> "The levels of " + name + " cannot be read");
    }

    private static Optional<String> objectionToUsers(JsonObject content, StateView room) {
        for (var user : entries(content, "users").names()) {
            var id = UserId.find(user);
            if (id.isEmpty()) {
                return Optional.of("There is a level for " + user + ", which is no user");
            }
            if (room.powerLevels().isCreator(id.get())) {
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
        var written = written(proposed);
        var levels =
                LevelChange.between(before, after, written).filter(change -> LevelRules.LEVELS.contains(change.name()));
        var entries =
                maps.stream().flatMap(map -> LevelChange.between(entries(before, map), entries(after, map), written));
        return Stream.concat(levels, entries)
                .filter(change -> change.touchesAbove(senderLevel))
                .findFirst()
                .or(() -> LevelChange.between(entries(before, "users"), entries(after, "users"), written)
                        .filter(change -> change.isRaisedAbove(senderLevel)
                                || (!change.name().equals(sender.toString()) && change.takesFrom(senderLevel)))
                        .findFirst())
                .map(change -> "The sender's power level does not suffice to change that of " + change.name());
    }

    private static JsonObject entries(JsonObject content, String map) {
        return content.object(map).orElse(JsonObject.EMPTY);
    }
}
