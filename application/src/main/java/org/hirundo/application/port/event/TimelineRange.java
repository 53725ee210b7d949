package org.hirundo.application.port.event;

import org.hirundo.application.port.stream.StreamPosition;

/**
 * The newest events of a room within a range of positions.
 *
 * @param after events at or before this position are not wanted
 * @param upTo events after this position are not wanted
 * @param limit how many at most, the newest of the range
 */
public record TimelineRange(StreamPosition after, StreamPosition upTo, int limit) {}
