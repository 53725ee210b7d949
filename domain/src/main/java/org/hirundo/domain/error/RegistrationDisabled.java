package org.hirundo.domain.error;

/** The server takes no registrations of this kind. */
public final class RegistrationDisabled extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public RegistrationDisabled(String message) {
        super(message);
    }
}
