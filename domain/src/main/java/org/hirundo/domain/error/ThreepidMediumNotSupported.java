package org.hirundo.domain.error;

/** Third-party identifiers of this medium are not supported here. */
public final class ThreepidMediumNotSupported extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public ThreepidMediumNotSupported(String message) {
        super(message);
    }
}
