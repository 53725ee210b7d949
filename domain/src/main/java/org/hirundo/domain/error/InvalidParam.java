package org.hirundo.domain.error;

/** A parameter has a value it must not have. */
public final class InvalidParam extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public InvalidParam(String message) {
        super(message);
    }
}
