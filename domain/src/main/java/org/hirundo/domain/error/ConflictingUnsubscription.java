package org.hirundo.domain.error;

/** The user has unsubscribed from the thread since the event came for which a client would subscribe them. */
public final class ConflictingUnsubscription extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public ConflictingUnsubscription(String message) {
        super(message);
    }
}
