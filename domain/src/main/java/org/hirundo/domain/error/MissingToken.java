package org.hirundo.domain.error;

/** The endpoint needs an access token, and there was none. */
public final class MissingToken extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public MissingToken(String message) {
        super(message);
    }
}
