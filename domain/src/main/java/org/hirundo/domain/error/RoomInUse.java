package org.hirundo.domain.error;

/** The room alias is taken, so the room is not made. */
public final class RoomInUse extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public RoomInUse(String message) {
        super(message);
    }
}
