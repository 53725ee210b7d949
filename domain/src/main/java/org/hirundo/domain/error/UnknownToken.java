package org.hirundo.domain.error;

/** The access token is not known, or not any more. */
public final class UnknownToken extends MatrixException {

    private static final long serialVersionUID = 1L;

    private final boolean softLogout;

    /**
     * With what the user is told.
     *
     * @param softLogout whether the device lives on, and its user has only to sign in again
     */
    public UnknownToken(String message, boolean softLogout) {
        super(message);
        this.softLogout = softLogout;
    }

    /** Whether the device lives on, and its user has only to sign in again. */
    public boolean softLogout() {
        return softLogout;
    }
}
