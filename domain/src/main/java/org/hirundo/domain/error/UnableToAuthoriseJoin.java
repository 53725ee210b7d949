package org.hirundo.domain.error;

/** The server cannot tell whether the user may join. */
public final class UnableToAuthoriseJoin extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public UnableToAuthoriseJoin(String message) {
        super(message);
    }
}
