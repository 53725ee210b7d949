package org.hirundo.rest.common;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.hirundo.application.port.StorageUnavailable;
import org.hirundo.domain.error.LimitExceeded;
import org.hirundo.domain.error.MatrixException;
import org.hirundo.domain.error.TooLarge;

/**
 * Whatever ends a request becomes an error of Matrix here, and only here: refusals as {@link Refusals} says, what the container
 * finds wrong as what Matrix calls it, and bugs, which are logged, as {@code M_UNKNOWN} without detail.
 */
@Provider
@Singleton
public final class ErrorMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(ErrorMapper.class.getName());

    private final RandomGenerator random;

    /** With chance for the numbers by which people find a failure in the log. */
    @Inject
    public ErrorMapper(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public Response toResponse(Throwable failure) {
        return switch (failure) {
            case MatrixException refusal -> refused(refusal);
            case WebApplicationException container -> container(container);
            case StorageUnavailable unavailable ->
                response(failed(503, "The server cannot reach its storage", unavailable))
                        .build();
            case SlowBody slow ->
                response(ErrorAnswer.of(408, "M_UNKNOWN", "The body came too slowly"))
                        .header("Connection", "close")
                        .build();
            // The client went away before it had sent all of its request, or what it sends has no end that could be
            // found.
            case IOException broken ->
                response(ErrorAnswer.of(400, "M_NOT_JSON", "The body could not be read"))
                        .header("Connection", "close")
                        .build();
            default -> response(failed(500, "Internal server error", failure)).build();
        };
    }

    private static Response refused(MatrixException refusal) {
        var response = response(Refusals.answer(refusal));
        return switch (refusal) {
            case LimitExceeded limit ->
                response.header(HttpHeaders.RETRY_AFTER, Refusals.retryAfterSeconds(limit))
                        .build();
            // The rest of the body is on its way; what follows on this connection could not be told from it.
            case TooLarge large -> response.header("Connection", "close").build();
            default -> response.build();
        };
    }

    private Response container(WebApplicationException failure) {
        if (failure.getCause() instanceof MatrixException refusal) {
            return refused(refusal);
        }
        var status = failure.getResponse().getStatus();
        var answer =
                switch (status) {
                    // With a cause it is a parameter that could not be read; without one no resource has this path.
                    case 404 ->
                        failure.getCause() == null
                                ? ErrorAnswer.of(404, "M_UNRECOGNIZED", "Unrecognized request")
                                : ErrorAnswer.of(400, "M_INVALID_PARAM", "A parameter is malformed");
                    case 405 -> ErrorAnswer.of(405, "M_UNRECOGNIZED", "Unrecognized request method");
                    default ->
                        status < 500
                                ? ErrorAnswer.of(status, "M_UNKNOWN", "The request is malformed")
                                : failed(status, "Internal server error", failure);
                };
        var response = response(answer);
        if (failure instanceof NotAllowedException notAllowed) {
            response.header(HttpHeaders.ALLOW, notAllowed.getResponse().getHeaderString(HttpHeaders.ALLOW));
        }
        return response.build();
    }

    private ErrorAnswer failed(int status, String message, Throwable failure) {
        var number = HexFormat.of().toHexDigits(random.nextInt());
        LOG.log(System.Logger.Level.ERROR, () -> "Request failed, reference " + number, failure);
        return ErrorAnswer.of(status, "M_UNKNOWN", message + ", reference " + number);
    }

    private static Response.ResponseBuilder response(ErrorAnswer answer) {
        return Response.status(answer.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(answer.body());
    }
}
