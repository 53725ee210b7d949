/** Subscriptions to threads. Read {@link org.hirundo.jpa.thread.JpaThreadSubscriptionStore} first. */
@NullMarked
package org.hirundo.jpa.thread;

import org.jspecify.annotations.NullMarked;
