package org.hirundo.domain.error;

/** A signature is missing or wrong. */
public final class InvalidSignature extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public InvalidSignature(String message) {
        super(message);
    }
}
