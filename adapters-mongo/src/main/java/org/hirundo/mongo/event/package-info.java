/** Events in MongoDB. Read {@link org.hirundo.mongo.event.MongoEventStore} for the reads and {@link org.hirundo.mongo.event.EventWrites} for what is stored of an event. */
@NullMarked
package org.hirundo.mongo.event;

import org.jspecify.annotations.NullMarked;
