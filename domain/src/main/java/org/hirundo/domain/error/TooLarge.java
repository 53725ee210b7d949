package org.hirundo.domain.error;

/** The request, or what it would make, is too large. */
public final class TooLarge extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public TooLarge(String message) {
        super(message);
    }
}
