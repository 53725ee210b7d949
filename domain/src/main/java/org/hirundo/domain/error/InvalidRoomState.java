package org.hirundo.domain.error;

/** The state a room would begin with contradicts itself. */
public final class InvalidRoomState extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public InvalidRoomState(String message) {
        super(message);
    }
}
