package org.hirundo.domain.error;

/** The endpoint needs an access token, and there was none. */
public final class MissingToken extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** Always for the same reason. */
    public MissingToken() {
        super("Missing access token");
    }
}
