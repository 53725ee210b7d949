package org.hirundo.domain.error;

/** The application service could not be reached. */
public final class ServiceUnreachable extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public ServiceUnreachable(String message) {
        super(message);
    }
}
