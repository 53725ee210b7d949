package org.hirundo.domain.error;

/** The media was announced, and has not come yet. */
public final class NotYetUploaded extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public NotYetUploaded(String message) {
        super(message);
    }
}
