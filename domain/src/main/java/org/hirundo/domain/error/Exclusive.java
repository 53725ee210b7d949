package org.hirundo.domain.error;

/** The name belongs to an application service. */
public final class Exclusive extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public Exclusive(String message) {
        super(message);
    }
}
