package org.hirundo.domain.error;

/** The name of a profile field is too long. */
public final class KeyTooLarge extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public KeyTooLarge(String message) {
        super(message);
    }
}
