package org.hirundo.domain.error;

/** The application service is not to be called, for its registration has no URL. */
public final class UrlNotSet extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public UrlNotSet(String message) {
        super(message);
    }
}
