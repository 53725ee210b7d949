package org.hirundo.domain.room;

/**
 * Whether a signature counts that was made with a key after the key's time.
 *
 * @see <a href="https://spec.matrix.org/v1.19/rooms/v5/#signing-key-validity-period">Signing key validity period</a>
 */
public enum KeyValidity {
    /** It does (versions 1 to 4). */
    IGNORED,
    /** It does not: the key has to be valid at the event's time, and not for more than seven days ahead. */
    ENFORCED
}
