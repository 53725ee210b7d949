package org.hirundo.domain.error;

/** The other side does not know the room's version. */
public final class IncompatibleRoomVersion extends MatrixException {

    private static final long serialVersionUID = 1L;

    private final String roomVersion;

    /**
     * With what the user is told.
     *
     * @param roomVersion the room's version
     */
    public IncompatibleRoomVersion(String message, String roomVersion) {
        super(message);
        this.roomVersion = roomVersion;
    }

    /** The room's version. */
    public String roomVersion() {
        return roomVersion;
    }
}
