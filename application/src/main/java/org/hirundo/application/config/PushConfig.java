package org.hirundo.application.config;

import java.time.Duration;
import org.hirundo.domain.push.PushDefaults;

/**
 * How users are notified.
 *
 * @param defaults the rules that they have from the beginning; default those of the specification
 * @param badge what the number on an app's icon counts; messages by default, as the specification says
 * @param mails when they are notified by mail
 */
public record PushConfig(PushDefaults defaults, Badge badge, Mails mails) {

    /** What holds where nothing is configured. */
    public static final PushConfig DEFAULT = new PushConfig(PushDefaults.SPECIFIED, Badge.MESSAGES, Mails.DEFAULT);

    /** What the number on an app's icon counts. */
    public enum Badge {
        /** Messages that notify and are not read. */
        MESSAGES,
        /** Rooms with such messages. */
        ROOMS
    }

    /**
     * When users are notified by mail.
     *
     * @param delay how long a message is left to be read before a mail tells of it; default ten minutes
     * @param pause how long after a mail the same room causes no other, if nothing is read there; default ten minutes. Each further
     *     mail makes it four times as long
     * @param maxPause the longest pause; default a day
     */
    public record Mails(Duration delay, Duration pause, Duration maxPause) {

        /** What holds where nothing is configured. */
        public static final Mails DEFAULT =
                new Mails(Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofDays(1));

        private static final int GROWTH = 4;

        /** The pause after so many mails in a row, of which there is one at least. */
        public Duration pauseAfter(int mails) {
            var length = pause;
            for (int mail = 1; mail < mails && length.compareTo(maxPause) < 0; mail++) {
                length = length.multipliedBy(GROWTH);
            }
            return length.compareTo(maxPause) < 0 ? length : maxPause;
        }
    }
}
