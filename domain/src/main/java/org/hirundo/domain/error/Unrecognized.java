package org.hirundo.domain.error;

/** The server does not know what to do with the request. */
public final class Unrecognized extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public Unrecognized(String message) {
        super(message);
    }
}
