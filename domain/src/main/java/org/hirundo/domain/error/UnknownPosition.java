package org.hirundo.domain.error;

/** The position of a sliding sync connection is not known. */
public final class UnknownPosition extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public UnknownPosition(String message) {
        super(message);
    }
}
