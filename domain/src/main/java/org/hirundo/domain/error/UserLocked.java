package org.hirundo.domain.error;

/** The account is locked: its user can only log out. */
public final class UserLocked extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public UserLocked(String message) {
        super(message);
    }
}
