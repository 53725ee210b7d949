package org.hirundo.application.config;

import org.hirundo.domain.push.PushDefaults;

/**
 * How users are notified.
 *
 * @param defaults the rules that they have from the beginning; default those of the specification
 * @param badge what the number on an app's icon counts; messages by default, as the specification says
 */
public record PushConfig(PushDefaults defaults, Badge badge) {

    /** What holds where nothing is configured. */
    public static final PushConfig DEFAULT = new PushConfig(PushDefaults.SPECIFIED, Badge.MESSAGES);

    /** What the number on an app's icon counts. */
    public enum Badge {
        /** Messages that notify and are not read. */
        MESSAGES,
        /** Rooms with such messages. */
        ROOMS
    }
}
