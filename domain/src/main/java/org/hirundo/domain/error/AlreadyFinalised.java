package org.hirundo.domain.error;

/** The delayed event has come to another end than the one that is asked for. */
public final class AlreadyFinalised extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public AlreadyFinalised(String message) {
        super(message);
    }
}
