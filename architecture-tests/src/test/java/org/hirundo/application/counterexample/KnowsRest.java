package org.hirundo.application.counterexample;

import jakarta.ws.rs.core.Response;
import org.hirundo.rest.common.ErrorAnswer;

/** Knows who calls it, and speaks of HTTP. */
public final class KnowsRest {

    Response answer(ErrorAnswer answer) {
        return Response.status(answer.status()).build();
    }
}
