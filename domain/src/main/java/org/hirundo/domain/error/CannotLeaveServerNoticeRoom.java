package org.hirundo.domain.error;

/** An invite to the room in which the server tells its users something cannot be rejected. */
public final class CannotLeaveServerNoticeRoom extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public CannotLeaveServerNoticeRoom(String message) {
        super(message);
    }
}
