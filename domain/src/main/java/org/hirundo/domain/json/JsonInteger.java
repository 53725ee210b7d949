package org.hirundo.domain.json;

/** A number written without fraction and exponent that fits into 64 bits. */
public record JsonInteger(long value) implements JsonNumber {

    /** The largest integer that canonical JSON allows, 2<sup>53</sup>&minus;1. */
    public static final long MAX_CANONICAL = (1L << 53) - 1;

    /** The smallest integer that canonical JSON allows, &minus;2<sup>53</sup>+1. */
    public static final long MIN_CANONICAL = -MAX_CANONICAL;

    /** Whether canonical JSON of room version 6 and later may hold this integer. */
    public boolean isCanonical() {
        return value >= MIN_CANONICAL && value <= MAX_CANONICAL;
    }
}
