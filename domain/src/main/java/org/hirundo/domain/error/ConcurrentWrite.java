package org.hirundo.domain.error;

/** Somebody else wrote in between. */
public final class ConcurrentWrite extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public ConcurrentWrite(String message) {
        super(message);
    }
}
