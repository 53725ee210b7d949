package org.hirundo.domain.error;

/** An application service acts with a device that its user does not have. */
public final class UnknownDevice extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public UnknownDevice(String message) {
        super(message);
    }
}
