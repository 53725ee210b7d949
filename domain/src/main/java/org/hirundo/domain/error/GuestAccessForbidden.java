package org.hirundo.domain.error;

/** Guests may not do this. */
public final class GuestAccessForbidden extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public GuestAccessForbidden(String message) {
        super(message);
    }
}
