/**
 * Subscriptions to threads: users are notified of what they subscribed to. Read {@link
 * org.hirundo.application.thread.SubscribeToThread} and {@link org.hirundo.application.thread.ThreadSubscriptions}.
 *
 * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/4306">MSC4306</a>
 */
@NullMarked
package org.hirundo.application.thread;

import org.jspecify.annotations.NullMarked;
