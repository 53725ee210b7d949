package org.hirundo.domain.auth;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.hirundo.domain.json.JsonDecimal;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.json.JsonValue;

/**
 * How a room version lets power levels be written.
 *
 * @see <a href="https://spec.matrix.org/v1.19/rooms/v1/#deprecated-event-content-schemas">Deprecated event content
 *     schemas</a>
 */
enum LevelFormat {
    /** Integers, strings of an integer, and decimals, of which the fraction is dropped. */
    V1(true, true),
    /** Integers and strings of an integer; canonical JSON has no decimals. */
    V6(true, false),
    /** Integers. */
    V10(false, false);

    private static final Pattern INTEGER_TEXT = Pattern.compile("\\s*[+-]?[0-9]+\\s*");

    private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);

    private final boolean strings;
    private final boolean decimals;

    LevelFormat(boolean strings, boolean decimals) {
        this.strings = strings;
        this.decimals = decimals;
    }

    /** The level, or empty when this is not how one is written. What does not fit into 64 bits is the nearest that does. */
    OptionalLong read(JsonValue value) {
        return switch (value) {
            case JsonInteger(long level) -> OptionalLong.of(level);
            case JsonString(String text) when strings && INTEGER_TEXT.matcher(text).matches() ->
                OptionalLong.of(clamped(new BigInteger(text.strip())));
            case JsonDecimal(BigDecimal level) when decimals && Double.isFinite(level.doubleValue()) ->
                OptionalLong.of(clamped(level.toBigInteger()));
            default -> OptionalLong.empty();
        };
    }

    private static long clamped(BigInteger level) {
        return level.min(MAX).max(MIN).longValueExact();
    }
}
