package org.hirundo.domain.error;

/** The requester may not do this. */
public final class Forbidden extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public Forbidden(String message) {
        super(message);
    }
}
