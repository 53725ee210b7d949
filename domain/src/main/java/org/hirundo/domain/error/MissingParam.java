package org.hirundo.domain.error;

/** A parameter that the endpoint needs is missing. */
public final class MissingParam extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public MissingParam(String message) {
        super(message);
    }
}
