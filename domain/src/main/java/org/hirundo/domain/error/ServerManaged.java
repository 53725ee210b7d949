package org.hirundo.domain.error;

/** The server alone writes this account data. */
public final class ServerManaged extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public ServerManaged(String message) {
        super(message);
    }
}
