package org.hirundo.domain.push;

import java.util.Optional;

/**
 * What the push rules of a user say about an event.
 *
 * @param rule the id of the rule that matched, if one did
 * @param actions what is to be done; nothing when no rule matched
 */
public record PushDecision(Optional<String> rule, PushActions actions) {

    /** No rule matched, or the event is the user's own. */
    public static final PushDecision NONE = new PushDecision(Optional.empty(), PushActions.NONE);

    /** Whether the event makes a notification. */
    public boolean notifies() {
        return actions.notifies();
    }

    /** Whether the notification is to catch the eye. */
    public boolean highlights() {
        return actions.highlights();
    }
}
