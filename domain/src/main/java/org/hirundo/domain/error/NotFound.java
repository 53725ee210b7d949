package org.hirundo.domain.error;

/** What was asked for is not there. */
public final class NotFound extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public NotFound(String message) {
        super(message);
    }
}
