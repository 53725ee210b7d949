package org.hirundo.domain.error;

/** The user id is not one that may be registered. */
public final class InvalidUsername extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public InvalidUsername(String message) {
        super(message);
    }
}
