/**
 * The durable stream: everything that gets a position goes through {@link org.hirundo.application.port.stream.StreamStore}
 * as a {@link org.hirundo.application.port.stream.DurableChange}, many at a time, in one transaction.
 */
@NullMarked
package org.hirundo.application.port.stream;

import org.jspecify.annotations.NullMarked;
