package org.hirundo.domain.error;

/** The access token is not known, or not any more. */
public final class UnknownToken extends MatrixException {

    private static final long serialVersionUID = 1L;

    private final boolean softLogout;

    /**
     * For a token that expired, or one that is not known.
     *
     * @param softLogout whether the device lives on, and its user has only to sign in again
     */
    public UnknownToken(boolean softLogout) {
        super(softLogout ? "The access token has expired" : "Unknown access token");
        this.softLogout = softLogout;
    }

    /** Whether the device lives on, and its user has only to sign in again. */
    public boolean softLogout() {
        return softLogout;
    }
}
