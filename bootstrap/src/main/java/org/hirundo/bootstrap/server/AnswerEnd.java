package org.hirundo.bootstrap.server;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.io.IOException;
import java.io.InputStream;

/**
 * What Helidon leaves undone around answers of resources: it says that it closes the connection, and does not; and it says that a
 * {@code GET} in place of a {@code HEAD} would be answered with nothing.
 */
final class AnswerEnd implements Filter {

    /** As much as a client may still have on its way that did not wait for the answer; whoever sends more is cut off. */
    private static final int DROPPED_BYTES = 16 * 1024 * 1024;

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        if (request.prologue().method().equals(Method.HEAD)) {
            // It may be left out, but must not be wrong.
            response.beforeSend(() -> response.headers().remove(HeaderNames.CONTENT_LENGTH));
        }
        chain.proceed();
        if (response.headers().contains(HeaderValues.CONNECTION_CLOSE)) {
            dropRest(request);
            throw new CloseConnectionException("The answer said so");
        }
    }

    /** A connection that is closed while bytes come in is reset, and the client may lose the answer that it has not read yet. */
    private static void dropRest(RoutingRequest request) {
        if (request.content().consumed()) {
            return;
        }
        try (InputStream rest = request.content().inputStream()) {
            rest.skipNBytes(DROPPED_BYTES);
        } catch (IOException | RuntimeException e) {
            // The rest has an end, or the client has gone, or what it sends is no body: all the same now.
        }
    }
}
