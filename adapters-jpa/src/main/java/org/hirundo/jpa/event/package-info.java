/** Events and the client transactions they were sent with, in relational databases. Read {@link org.hirundo.jpa.event.JpaEventStore} first. */
@NullMarked
package org.hirundo.jpa.event;

import org.jspecify.annotations.NullMarked;
