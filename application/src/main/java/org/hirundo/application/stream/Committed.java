package org.hirundo.application.stream;

import org.hirundo.application.port.stream.DurableChange;
import org.hirundo.application.port.stream.StreamPosition;

/** A change that is durable now. A change of one position has {@code first} equal to {@code last}. */
public record Committed(DurableChange change, StreamPosition first, StreamPosition last) {}
