package org.hirundo.application.port.event;

import java.util.Comparator;
import org.hirundo.application.port.stream.StreamPosition;

/** A place in graph order: by depth, then by stream position. {@code /messages} and {@code /context} walk in it. */
public record GraphPosition(long depth, StreamPosition position) implements Comparable<GraphPosition> {

    /** Before the first event of any room. */
    public static final GraphPosition BEGINNING = new GraphPosition(0, StreamPosition.START);

    /** After the last event of any room. */
    public static final GraphPosition END = new GraphPosition(Long.MAX_VALUE, new StreamPosition(Long.MAX_VALUE));

    private static final Comparator<GraphPosition> ORDER =
            Comparator.comparingLong(GraphPosition::depth).thenComparing(GraphPosition::position);

    @Override
    public int compareTo(GraphPosition other) {
        return ORDER.compare(this, other);
    }
}
