/** Events that are sent later. Read {@link org.hirundo.mongo.delayed.MongoDelayedEventStore} first. */
@NullMarked
package org.hirundo.mongo.delayed;

import org.jspecify.annotations.NullMarked;
