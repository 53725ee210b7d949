package org.hirundo.application.config;

/**
 * How users are notified.
 *
 * @param badge what the number on an app's icon counts
 */
public record PushConfig(Badge badge) {

    /** What the number on an app's icon counts. */
    public enum Badge {
        /** Messages that notify and are not read. */
        MESSAGES,
        /** Rooms with such messages. */
        ROOMS
    }

    /** Counts messages, as the specification says. */
    public static final PushConfig DEFAULT = new PushConfig(Badge.MESSAGES);
}
