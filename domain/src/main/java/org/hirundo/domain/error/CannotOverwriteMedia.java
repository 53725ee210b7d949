package org.hirundo.domain.error;

/** There is content for the media already. */
public final class CannotOverwriteMedia extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public CannotOverwriteMedia(String message) {
        super(message);
    }
}
