package org.hirundo.domain.auth;

import java.util.LinkedHashSet;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonValue;
import org.hirundo.domain.room.LevelRules;
import org.jspecify.annotations.Nullable;

/**
 * A power level that was added, changed or removed. A level that is absent is not the same as one that has the value that
 * holds by default, but there is nothing to compare with the sender's either.
 *
 * @param name the property or entry
 */
record LevelChange(String name, OptionalLong before, OptionalLong after) {

    /** The levels that differ between two objects. What cannot be read counts as absent. */
    static Stream<LevelChange> between(JsonObject before, JsonObject after, LevelRules.Written written) {
        var names = new LinkedHashSet<>(before.names());
        names.addAll(after.names());
        return names.stream()
                .map(name -> new LevelChange(name, level(before.get(name), written), level(after.get(name), written)))
                .filter(change -> !change.before.equals(change.after));
    }

    private static OptionalLong level(@Nullable JsonValue value, LevelRules.Written written) {
        return value == null ? OptionalLong.empty() : written.read(value);
    }

    /** Whether the level was, or would be, greater than this one. */
    boolean touchesAbove(long level) {
        return (before.isPresent() && before.getAsLong() > level) || isRaisedAbove(level);
    }

    /** Whether the level would be greater than this one. */
    boolean isRaisedAbove(long level) {
        return after.isPresent() && after.getAsLong() > level;
    }

    /** Whether somebody had at least this level. */
    boolean takesFrom(long level) {
        return before.isPresent() && before.getAsLong() >= level;
    }
}
