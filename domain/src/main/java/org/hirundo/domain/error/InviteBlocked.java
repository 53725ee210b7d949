package org.hirundo.domain.error;

/** The one who is invited blocks invites. */
public final class InviteBlocked extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public InviteBlocked(String message) {
        super(message);
    }
}
