/**
 * Push rules: which event is worth a notification to whom, and how loud.
 *
 * <p>{@link org.hirundo.domain.push.PushRuleset} is what a user sees and changes: the rules every user has, with what the
 * user changed of them, and the user's own. {@link org.hirundo.domain.push.PushEvaluator} is a ruleset made ready to judge
 * events; {@link org.hirundo.domain.push.PushSubject} is an event made ready to be judged, once for all members of a room.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#push-rules">Push rules</a>
 */
@NullMarked
package org.hirundo.domain.push;

import org.jspecify.annotations.NullMarked;
