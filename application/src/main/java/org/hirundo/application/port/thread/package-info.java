/** Subscriptions to threads (MSC4306). Read {@link org.hirundo.application.port.thread.ThreadSubscriptionStore}. */
@NullMarked
package org.hirundo.application.port.thread;

import org.jspecify.annotations.NullMarked;
