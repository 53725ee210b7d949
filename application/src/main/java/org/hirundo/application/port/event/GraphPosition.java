package org.hirundo.application.port.event;

import java.util.Comparator;
import org.hirundo.application.port.stream.StreamPosition;

/** A place in graph order: by depth, then by stream position. {@code /messages} and {@code /context} walk in it. */
public record GraphPosition(long depth, StreamPosition position) implements Comparable<GraphPosition> {

    private static final Comparator<GraphPosition> ORDER =
            Comparator.comparingLong(GraphPosition::depth).thenComparing(GraphPosition::position);

    @Override
    public int compareTo(GraphPosition other) {
        return ORDER.compare(this, other);
    }
}
