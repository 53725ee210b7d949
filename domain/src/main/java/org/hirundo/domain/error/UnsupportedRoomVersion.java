package org.hirundo.domain.error;

/** The server does not know the room version. */
public final class UnsupportedRoomVersion extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public UnsupportedRoomVersion(String message) {
        super(message);
    }
}
