/** Subscriptions to threads. Read {@link org.hirundo.mongo.thread.MongoThreadSubscriptionStore} first. */
@NullMarked
package org.hirundo.mongo.thread;

import org.jspecify.annotations.NullMarked;
