/** Events that are sent later. Read {@link org.hirundo.jpa.delayed.JpaDelayedEventStore} first. */
@NullMarked
package org.hirundo.jpa.delayed;

import org.jspecify.annotations.NullMarked;
