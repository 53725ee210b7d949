package org.hirundo.bootstrap.server;

import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.io.EOFException;
import java.io.IOException;
import org.hirundo.rest.common.BodyPatience;
import org.hirundo.rest.common.TimelyInput;

/**
 * Closes the connection after answers that say so; Helidon would go on reading requests from it. What nobody has read of a request
 * by the end of its answer is dropped here, for Helidon would wait for it for ever.
 */
final class AnswerEnd implements Filter {

    /** As much as a client may still have on its way that did not wait for the answer; whoever sends more is cut off. */
    private static final int DROPPED_BYTES = 16 * 1024 * 1024;

    private final BodyPatience patience;

    AnswerEnd(BodyPatience patience) {
        this.patience = patience;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        chain.proceed();
        boolean dropped = dropRest(request);
        if (response.headers().contains(HeaderValues.CONNECTION_CLOSE) || !dropped) {
            throw new CloseConnectionException("The answer said so, or the request does not end");
        }
    }

    /**
     * A connection that is closed while bytes come in is reset, and the client may lose the answer that it has not read yet.
     *
     * @return whether the next request can be told from what is left of this one
     */
    private boolean dropRest(RoutingRequest request) {
        if (request.content().consumed() || !request.content().hasEntity() || waitsForContinue(request)) {
            return true;
        }
        try (var rest = new TimelyInput(request.content().inputStream(), patience)) {
            rest.skipNBytes(DROPPED_BYTES);
            return false;
        } catch (EOFException end) {
            return true;
        } catch (IOException | RuntimeException e) {
            // The client has gone or is too slow, or what it sends is no body: all the same now.
            return false;
        }
    }

    /** Whoever reads now would tell the client to send a body that nobody wants any more. */
    private static boolean waitsForContinue(RoutingRequest request) {
        return request.headers().contains(HeaderValues.EXPECT_100) && !request.continueSent();
    }
}
