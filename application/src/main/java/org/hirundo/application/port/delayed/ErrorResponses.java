package org.hirundo.application.port.delayed;

import org.hirundo.domain.error.MatrixException;
import org.hirundo.domain.json.JsonObject;

/** Refusals as clients are told of them, for those who learn of one later. */
@FunctionalInterface
public interface ErrorResponses {

    /**
     * The standard error response, with {@code errcode} and {@code error}.
     *
     * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#standard-error-response">Standard error response</a>
     */
    JsonObject of(MatrixException refusal);
}
