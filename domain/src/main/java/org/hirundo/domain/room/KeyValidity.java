package org.hirundo.domain.room;

import java.time.Duration;

/**
 * Whether a signature counts that was made with a key after the key's time.
 *
 * @see <a href="https://spec.matrix.org/v1.19/rooms/v5/#signing-key-validity-period">Signing key validity period</a>
 */
public enum KeyValidity {
    /** It does (versions 1 to 4). */
    IGNORED,
    /** It does not (from version 5 on). What a server says of its key's time is believed for seven days ahead. */
    ENFORCED;

    private static final long LONGEST_TRUST_MILLIS = Duration.ofDays(7).toMillis();

    /**
     * Whether a key counts for an event.
     *
     * @param validUntilTs until when the key is valid: {@code valid_until_ts}, or {@code expired_ts} of an old key
     * @param originServerTs when the event was sent
     * @param now the time, like the others in milliseconds since the epoch
     */
    public boolean accepts(long validUntilTs, long originServerTs, long now) {
        return switch (this) {
            case IGNORED -> true;
            case ENFORCED -> originServerTs <= Math.min(validUntilTs, now + LONGEST_TRUST_MILLIS);
        };
    }
}
