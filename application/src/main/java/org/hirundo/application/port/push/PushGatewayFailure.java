package org.hirundo.application.port.push;

/** A push gateway did not answer, or not as it should. */
public final class PushGatewayFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** Says what happened. */
    public PushGatewayFailure(String message) {
        super(message);
    }

    /** Says what happened, with the cause. */
    public PushGatewayFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
