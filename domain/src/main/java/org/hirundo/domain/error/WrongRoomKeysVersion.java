package org.hirundo.domain.error;

/** The key backup is not of the current version. */
public final class WrongRoomKeysVersion extends MatrixException {

    private static final long serialVersionUID = 1L;

    private final String currentVersion;

    /**
     * With what the user is told.
     *
     * @param currentVersion the current version
     */
    public WrongRoomKeysVersion(String message, String currentVersion) {
        super(message);
        this.currentVersion = currentVersion;
    }

    /** The current version. */
    public String currentVersion() {
        return currentVersion;
    }
}
