/**
 * Filters: which events a client wants to see of {@code /sync} and of the reading endpoints, and which parts of them.
 *
 * <p>Read {@link org.hirundo.domain.sync.Filter} first, then {@link org.hirundo.domain.sync.RoomEventFilter}, which the
 * reading endpoints take alone, and {@link org.hirundo.domain.sync.EventFields}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#filtering">Filtering</a>
 */
@NullMarked
package org.hirundo.domain.sync;

import org.jspecify.annotations.NullMarked;
