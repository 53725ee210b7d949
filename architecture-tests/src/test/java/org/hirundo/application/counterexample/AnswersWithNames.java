package org.hirundo.application.counterexample;

import jakarta.ws.rs.core.Response;

/** Gives a refusal its name in HTTP. */
public final class AnswersWithNames {

    Response.Status status() {
        return Response.Status.FORBIDDEN;
    }
}
