package org.hirundo.domain.error;

/** The key backup is not of the current version. */
public final class WrongRoomKeysVersion extends MatrixException {

    private static final long serialVersionUID = 1L;

    private final String currentVersion;

    /** With the version that keys may be written to. */
    public WrongRoomKeysVersion(String currentVersion) {
        super("Wrong backup version: the current one is " + currentVersion);
        this.currentVersion = currentVersion;
    }

    /** The version that keys may be written to. */
    public String currentVersion() {
        return currentVersion;
    }
}
