package org.hirundo.domain.error;

/** What went wrong has no name of its own. */
public final class Unknown extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public Unknown(String message) {
        super(message);
    }
}
