package org.hirundo.domain.error;

/** The account is suspended: its user can read, leave and little else. */
public final class UserSuspended extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public UserSuspended(String message) {
        super(message);
    }
}
