package org.hirundo.domain.error;

/** The event is not in the thread. */
public final class NotInThread extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public NotInThread(String message) {
        super(message);
    }
}
