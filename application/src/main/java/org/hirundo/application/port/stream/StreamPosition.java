package org.hirundo.application.port.stream;

/**
 * A place in the durable stream of one storage. The first change has position 1; {@link #START} is before all of them.
 * Commit order is stream order, and no position below a visible one will ever be filled later.
 */
public record StreamPosition(long value) implements Comparable<StreamPosition> {

    /** Before the first change. */
    public static final StreamPosition START = new StreamPosition(0);

    public StreamPosition {
        if (value < 0) {
            throw new IllegalArgumentException("A stream position is never negative: " + value);
        }
    }

    /** Whether this is later in the stream. */
    public boolean isAfter(StreamPosition other) {
        return value > other.value;
    }

    /** The later of two. */
    public StreamPosition max(StreamPosition other) {
        return isAfter(other) ? this : other;
    }

    @Override
    public int compareTo(StreamPosition other) {
        return Long.compare(value, other.value);
    }
}
