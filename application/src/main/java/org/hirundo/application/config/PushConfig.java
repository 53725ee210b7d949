package org.hirundo.application.config;

import org.hirundo.domain.push.PushDefaults;

/**
 * How users are notified.
 *
 * @param defaults the rules that they have from the beginning; default those of the specification
 */
public record PushConfig(PushDefaults defaults) {

    /** What holds where nothing is configured. */
    public static final PushConfig DEFAULT = new PushConfig(PushDefaults.SPECIFIED);
}
