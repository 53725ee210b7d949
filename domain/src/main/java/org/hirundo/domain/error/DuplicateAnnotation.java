package org.hirundo.domain.error;

/** The user has annotated the event like this already. */
public final class DuplicateAnnotation extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public DuplicateAnnotation(String message) {
        super(message);
    }
}
