/** Events that are sent later (MSC4140). Read {@link org.hirundo.rest.client.delayed.DelayedEventResource}. */
@NullMarked
package org.hirundo.rest.client.delayed;

import org.jspecify.annotations.NullMarked;
