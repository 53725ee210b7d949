package org.hirundo.rest.common;

import org.hirundo.domain.error.MatrixException;
import org.hirundo.domain.json.JsonObject;

/**
 * An error as it goes over the wire.
 *
 * @param status the HTTP status
 * @param body with {@code errcode} and {@code error}, save for authentication in stages, which is an invitation to go on
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#standard-error-response">Standard error response</a>
 */
public record ErrorAnswer(int status, JsonObject body) {

    /** What a refusal is answered with. */
    public static ErrorAnswer of(MatrixException refusal) {
        return Refusals.answer(refusal);
    }

    /**
     * An error without further members.
     *
     * @param errcode the code by which clients tell errors apart
     * @param message for people
     */
    public static ErrorAnswer of(int status, String errcode, String message) {
        return new ErrorAnswer(
                status,
                JsonObject.builder()
                        .put("errcode", errcode)
                        .put("error", message)
                        .build());
    }

    /**
     * The error for a request that is so wrong that it reaches no resource. The container has found a status for it; what it
     * says besides quotes the request, so nothing of that is passed on.
     */
    public static ErrorAnswer unrouted(int status) {
        return switch (status) {
            case 413 -> of(status, "M_TOO_LARGE", "The request is too large");
            default ->
                of(status, "M_UNKNOWN", status < 500 ? "The request is not understood" : "Internal server error");
        };
    }

    /** The error with further members. */
    ErrorAnswer with(JsonObject details) {
        return new ErrorAnswer(status, body.toBuilder().putAll(details).build());
    }
}
