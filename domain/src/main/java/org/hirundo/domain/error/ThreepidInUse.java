package org.hirundo.domain.error;

/** The third-party identifier belongs to another account. */
public final class ThreepidInUse extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public ThreepidInUse(String message) {
        super(message);
    }
}
