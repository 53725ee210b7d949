package org.hirundo.domain.error;

/** The user id is taken. */
public final class UserInUse extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public UserInUse(String message) {
        super(message);
    }
}
