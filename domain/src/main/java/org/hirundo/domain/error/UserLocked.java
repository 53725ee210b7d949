package org.hirundo.domain.error;

/** The account is locked: its user can only log out. */
public final class UserLocked extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** Always for the same reason. */
    public UserLocked() {
        super("This account has been locked");
    }
}
