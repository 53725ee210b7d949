package org.hirundo.domain.error;

/** The password is too weak. */
public final class WeakPassword extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public WeakPassword(String message) {
        super(message);
    }
}
