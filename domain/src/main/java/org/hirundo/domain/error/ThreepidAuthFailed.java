package org.hirundo.domain.error;

/** It was not shown that a third-party identifier is the requester's. */
public final class ThreepidAuthFailed extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public ThreepidAuthFailed(String message) {
        super(message);
    }
}
