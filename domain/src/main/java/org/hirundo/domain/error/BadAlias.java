package org.hirundo.domain.error;

/** An alias does not point to the room it is to be an alias of. */
public final class BadAlias extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public BadAlias(String message) {
        super(message);
    }
}
