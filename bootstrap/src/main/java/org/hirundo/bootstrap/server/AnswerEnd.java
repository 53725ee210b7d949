package org.hirundo.bootstrap.server;

import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.io.IOException;
import java.io.InputStream;

/** Closes the connection after answers that say so; Helidon would go on reading requests from it. */
final class AnswerEnd implements Filter {

    /** As much as a client may still have on its way that did not wait for the answer; whoever sends more is cut off. */
    private static final int DROPPED_BYTES = 16 * 1024 * 1024;

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        chain.proceed();
        if (response.headers().contains(HeaderValues.CONNECTION_CLOSE)) {
            dropRest(request);
            throw new CloseConnectionException("The answer said so");
        }
    }

    /** A connection that is closed while bytes come in is reset, and the client may lose the answer that it has not read yet. */
    private static void dropRest(RoutingRequest request) {
        if (request.content().consumed() || waitsForContinue(request)) {
            return;
        }
        try (InputStream rest = request.content().inputStream()) {
            rest.skipNBytes(DROPPED_BYTES);
        } catch (IOException | RuntimeException e) {
            // The rest has an end, or the client has gone, or what it sends is no body: all the same now.
        }
    }

    /** Whoever reads now would tell the client to send a body that nobody wants any more. */
    private static boolean waitsForContinue(RoutingRequest request) {
        return request.headers().contains(HeaderValues.EXPECT_100) && !request.continueSent();
    }
}
