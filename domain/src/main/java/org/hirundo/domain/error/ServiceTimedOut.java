package org.hirundo.domain.error;

/** The application service did not answer in time. */
public final class ServiceTimedOut extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public ServiceTimedOut(String message) {
        super(message);
    }
}
