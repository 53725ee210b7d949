package org.hirundo.domain.error;

/** Somebody else, whom the request needs, does not answer, or not with anything of use. */
public final class RemoteFailure extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public RemoteFailure(String message) {
        super(message);
    }
}
