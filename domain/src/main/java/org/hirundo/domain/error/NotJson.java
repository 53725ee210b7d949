package org.hirundo.domain.error;

/** The request's body is not JSON. */
public final class NotJson extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public NotJson(String message) {
        super(message);
    }
}
