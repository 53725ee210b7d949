package org.hirundo.rest.common;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

/**
 * Lets web clients of any origin call: the headers are on every answer, errors too, and {@code OPTIONS} is answered here, whatever
 * the path.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#web-browser-clients">Web browser clients</a>
 */
@Provider
@PreMatching
@Priority(0)
@Singleton
public final class CorsFilter implements ContainerRequestFilter, ContainerResponseFilter {

    /** The headers of every answer, as the specification recommends them. */
    public static final Map<String, String> HEADERS = Map.of(
            "Access-Control-Allow-Origin", "*",
            "Access-Control-Allow-Methods", "GET, POST, PUT, DELETE, OPTIONS",
            "Access-Control-Allow-Headers", "X-Requested-With, Content-Type, Authorization, Date",
            "Access-Control-Expose-Headers", "Retry-After");

    private static final String A_DAY_IN_SECONDS = "86400";

    @Override
    public void filter(ContainerRequestContext request) {
        if (HttpMethod.OPTIONS.equals(request.getMethod())) {
            request.abortWith(Response.noContent()
                    .header("Access-Control-Max-Age", A_DAY_IN_SECONDS)
                    .build());
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        HEADERS.forEach(response.getHeaders()::putSingle);
    }
}
