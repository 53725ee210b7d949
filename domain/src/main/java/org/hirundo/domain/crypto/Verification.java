package org.hirundo.domain.crypto;

/** What a signature turned out to be. */
public enum Verification {
    /** It is there and right. */
    VALID,
    /** There is none of this entity and key. */
    MISSING,
    /** It is there and wrong. */
    INVALID;

    /** Whether it is {@link #VALID}. */
    public boolean isValid() {
        return this == VALID;
    }
}
