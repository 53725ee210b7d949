package org.hirundo.domain.error;

/** The profile would be too large. */
public final class ProfileTooLarge extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public ProfileTooLarge(String message) {
        super(message);
    }
}
