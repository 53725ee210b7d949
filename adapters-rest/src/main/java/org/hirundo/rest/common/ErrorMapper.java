package org.hirundo.rest.common;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.UncheckedIOException;
import org.hirundo.application.port.StorageUnavailable;
import org.hirundo.domain.error.LimitExceeded;
import org.hirundo.domain.error.MatrixException;

/** Answers whatever ends a request before it has its answer. */
@Provider
public class ErrorMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(ErrorMapper.class.getName());

    @Override
    public Response toResponse(Throwable thrown) {
        return switch (thrown) {
            case LimitExceeded limit ->
                response(MatrixError.of(limit))
                        .header("Retry-After", Math.max(1, (limit.retryAfter().toMillis() + 999) / 1000))
                        .build();
            case MatrixException refusal -> response(MatrixError.of(refusal)).build();
            case WebApplicationException refused when refused.getCause() instanceof MatrixException refusal ->
                toResponse(refusal);
            case WebApplicationException refused -> container(refused);
            case UncheckedIOException gone ->
                response(MatrixError.of(400, "M_UNKNOWN", "The request ended early")).build();
            case StorageUnavailable unavailable -> {
                LOG.log(System.Logger.Level.ERROR, "The storage did not answer", unavailable);
                yield response(MatrixError.of(503, "M_UNKNOWN", "The server cannot reach its storage"))
                        .build();
            }
            default -> {
                LOG.log(System.Logger.Level.ERROR, "A request failed", thrown);
                yield response(MatrixError.of(500, "M_UNKNOWN", "Internal server error")).build();
            }
        };
    }

    /** What the container refuses before a resource is called. */
    private static Response container(WebApplicationException refused) {
        int status = refused.getResponse().getStatus();
        return switch (status) {
            case 404, 405 -> response(MatrixError.of(status, "M_UNRECOGNIZED", "Unrecognized request")).build();
            case 413 -> response(MatrixError.of(413, "M_TOO_LARGE", "The body is too large")).build();
            default ->
                status < 500
                        ? response(MatrixError.of(400, "M_UNKNOWN", "The request cannot be understood")).build()
                        : response(MatrixError.of(status, "M_UNKNOWN", "Internal server error")).build();
        };
    }

    private static Response.ResponseBuilder response(MatrixError error) {
        return Response.status(error.status()).type(MediaType.APPLICATION_JSON).entity(error.body());
    }
}
