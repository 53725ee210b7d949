package org.hirundo.domain.error;

/** This server works with no identity server of that name. */
public final class ServerNotTrusted extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public ServerNotTrusted(String message) {
        super(message);
    }
}
