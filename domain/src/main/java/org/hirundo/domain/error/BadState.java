package org.hirundo.domain.error;

/** The change does not fit the state that things are in. */
public final class BadState extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public BadState(String message) {
        super(message);
    }
}
