package org.hirundo.domain.error;

/** The account is deactivated. */
public final class UserDeactivated extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public UserDeactivated(String message) {
        super(message);
    }
}
