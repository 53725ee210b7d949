package org.hirundo.application.port.identity;

/** An identity server did not answer, or not as it should. */
public final class IdentityServerFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** Says what happened. */
    public IdentityServerFailure(String message) {
        super(message);
    }

    /** Says what happened, with the cause. */
    public IdentityServerFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
