package org.hirundo.domain.error;

/** The request is JSON, but not of the shape the endpoint asks for. */
public final class BadJson extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public BadJson(String message) {
        super(message);
    }
}
