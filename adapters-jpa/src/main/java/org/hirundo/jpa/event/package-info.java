/** Events in relational databases, see {@link org.hirundo.jpa.event.JpaEventStore}. */
@NullMarked
package org.hirundo.jpa.event;

import org.jspecify.annotations.NullMarked;
