/** Subscriptions to threads (MSC4306). Read {@link org.hirundo.rest.client.thread.ThreadSubscriptionResource}. */
@NullMarked
package org.hirundo.rest.client.thread;

import org.jspecify.annotations.NullMarked;
