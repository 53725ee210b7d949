package org.hirundo.domain.room;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonDecimal;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * How a room version reads power levels.
 *
 * @param written how levels are written
 * @param creators who created a room
 * @param creatorsOutrank whether creators stand above every level; otherwise they have 100 until levels are set
 */
public record LevelRules(Written written, Creators creators, boolean creatorsOutrank) {

    /** Versions 1 to 9. */
    public static final LevelRules V1 = new LevelRules(Written.LOOSELY, Creators.CONTENT, false);

    /** Version 10. */
    public static final LevelRules V10 = new LevelRules(Written.AS_INTEGERS, Creators.CONTENT, false);

    /** Version 11. */
    public static final LevelRules V11 = new LevelRules(Written.AS_INTEGERS, Creators.SENDER, false);

    /** Version 12. */
    public static final LevelRules V12 = new LevelRules(Written.AS_INTEGERS, Creators.SENDER_AND_ADDITIONAL, true);

    /** The properties of an {@code m.room.power_levels} that are levels. */
    public static final List<String> LEVELS =
            List.of("users_default", "events_default", "state_default", "ban", "redact", "kick", "invite");

    /** How levels are written. */
    public enum Written {
        /** As integers, as decimals whose fraction is dropped, or as text of an integer. */
        LOOSELY,
        /** As integers. */
        AS_INTEGERS;

        private static final Pattern INTEGER_TEXT = Pattern.compile("\\s*[+-]?[0-9]+\\s*");
        private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

        /** The level, or empty when this is not how one is written. What 64 bits do not hold is the nearest they do. */
        public OptionalLong read(JsonValue value) {
            return switch (value) {
                case JsonInteger(long level) -> OptionalLong.of(level);
                case JsonString(var text)
                when this == LOOSELY && INTEGER_TEXT.matcher(text).matches() ->
                    OptionalLong.of(clamped(new BigInteger(text.strip())));
                case JsonDecimal(BigDecimal level)
                when this == LOOSELY && Double.isFinite(level.doubleValue()) ->
                    OptionalLong.of(clamped(level.toBigInteger()));
                default -> OptionalLong.empty();
            };
        }

        /**
         * What in the content of an {@code m.room.power_levels} is not written so: the name of a level, or of a map of levels.
         *
         * @param maps the properties that are maps of levels
         */
        public Optional<String> unreadable(JsonObject content, Collection<String> maps) {
            var levels = LEVELS.stream().filter(name -> content.has(name) && !isLevel(content.get(name)));
            var mapsOfLevels = maps.stream().filter(name -> content.has(name) && !isMapOfLevels(content.get(name)));
            return Stream.concat(levels, mapsOfLevels).findFirst();
        }

        private boolean isLevel(@Nullable JsonValue value) {
            return value != null && read(value).isPresent();
        }

        private boolean isMapOfLevels(@Nullable JsonValue value) {
            return value instanceof JsonObject levels
                    && levels.members().values().stream().allMatch(this::isLevel);
        }

        private static long clamped(BigInteger level) {
            return level.min(MAX).max(MAX.negate()).longValueExact();
        }
    }

    /** Who created a room. */
    public enum Creators {
        /** The {@code creator} in the content of the create event. */
        CONTENT,
        /** The sender of the create event. */
        SENDER,
        /** The sender of the create event, and the {@code additional_creators} in its content. */
        SENDER_AND_ADDITIONAL;

        /** The creators of the room of this create event. */
        public Set<UserId> of(Event create) {
            var creators = new LinkedHashSet<UserId>();
            if (this == CONTENT) {
                create.content().string("creator").flatMap(UserId::find).ifPresent(creators::add);
            } else {
                creators.add(create.sender());
            }
            if (this == SENDER_AND_ADDITIONAL) {
                create.content()
                        .array("additional_creators")
                        .orElse(JsonArray.EMPTY)
                        .stringsIn()
                        .flatMap(text -> UserId.find(text).stream())
                        .forEach(creators::add);
            }
            return creators;
        }
    }
}
