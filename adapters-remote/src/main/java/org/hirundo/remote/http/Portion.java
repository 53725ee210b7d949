package org.hirundo.remote.http;

/**
 * How much of the body of an answer is read.
 *
 * @param bytes the most that is read, counted after decompression
 * @param cutsOff whether the rest of a larger body is left out; otherwise a larger one is refused
 */
public record Portion(long bytes, boolean cutsOff) {

    /** Nothing at all. */
    public static final Portion NOTHING = new Portion(0, true);

    /** The whole body, which is refused when it is larger. */
    public static Portion whole(long atMost) {
        return new Portion(atMost, false);
    }

    /** The beginning; the rest is left out. */
    public static Portion beginning(long bytes) {
        return new Portion(bytes, true);
    }
}
