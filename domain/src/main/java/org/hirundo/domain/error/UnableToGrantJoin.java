package org.hirundo.domain.error;

/** No user of the server can let the user join. */
public final class UnableToGrantJoin extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public UnableToGrantJoin(String message) {
        super(message);
    }
}
