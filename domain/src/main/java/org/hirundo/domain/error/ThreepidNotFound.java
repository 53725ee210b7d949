package org.hirundo.domain.error;

/** The third-party identifier belongs to nobody here. */
public final class ThreepidNotFound extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public ThreepidNotFound(String message) {
        super(message);
    }
}
