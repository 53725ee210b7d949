/**
 * Sending events later (MSC4140): they wait in the store, and {@link org.hirundo.application.delayed.DelayedSending} sends them
 * when their time has come. Read that, {@link org.hirundo.application.delayed.ScheduleEvent} and {@link
 * org.hirundo.application.delayed.ManageDelayedEvent}.
 *
 * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/4140">MSC4140</a>
 */
@NullMarked
package org.hirundo.application.delayed;

import org.jspecify.annotations.NullMarked;
