package org.hirundo.domain.error;

import org.hirundo.domain.json.JsonObject;

/** The user has to authenticate for this operation, in stages. */
public final class AuthenticationRequired extends MatrixException {

    private static final long serialVersionUID = 1L;

    private final transient JsonObject session;

    /**
     * With what the user is told.
     *
     * @param session what the client needs to go on: flows, params, session, completed, and the error of the stage that failed
     */
    public AuthenticationRequired(String message, JsonObject session) {
        super(message);
        this.session = session;
    }

    /** What the client needs to go on: flows, params, session, completed, and the error of the stage that failed. */
    public JsonObject session() {
        return session;
    }
}
