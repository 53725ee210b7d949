package org.hirundo.domain.error;

/** The application service gets no access tokens for its users. */
public final class AppserviceLoginUnsupported extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public AppserviceLoginUnsupported(String message) {
        super(message);
    }
}
