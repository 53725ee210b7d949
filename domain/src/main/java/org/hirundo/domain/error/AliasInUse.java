package org.hirundo.domain.error;

/** The room alias is taken. */
public final class AliasInUse extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public AliasInUse(String message) {
        super(message);
    }
}
