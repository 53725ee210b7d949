/**
 * Relationships between events: that an event replaces, annotates or refers to another one, or belongs to its thread. Read {@link
 * org.hirundo.domain.relation.Relation} first.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#forming-relationships-between-events">Client-Server API, "Forming
 *     relationships between events"</a>
 */
@NullMarked
package org.hirundo.domain.relation;

import org.jspecify.annotations.NullMarked;
