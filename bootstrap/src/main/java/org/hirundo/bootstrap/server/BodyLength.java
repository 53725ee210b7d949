package org.hirundo.bootstrap.server;

import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.RequestException;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.DirectTransportRequest;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

/**
 * Refuses requests that do not say clearly where their body ends. Helidon would take {@code Content-Length: -1} for chunks and wait
 * for them, and a coding of the transfer that it does not know for no body at all: what a proxy took for the body would become the
 * next request.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-6.3">Message body length</a>
 */
final class BodyLength implements Filter {

    private final DirectHandlers answers = DirectAnswers.forAll();

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        if (isClear(request.headers())) {
            chain.proceed();
            return;
        }
        var refusal = RequestException.builder()
                .type(EventType.BAD_REQUEST)
                .request(DirectTransportRequest.create(request.prologue(), request.headers()))
                .setKeepAlive(false)
                .message("It is not clear where the body ends")
                .build();
        answers.handle(refusal, response, false);
        throw new CloseConnectionException(refusal.getMessage());
    }

    private static boolean isClear(ServerRequestHeaders headers) {
        if (headers.contains(HeaderNames.TRANSFER_ENCODING)) {
            return headers.contains(HeaderValues.TRANSFER_ENCODING_CHUNKED)
                    && !headers.contains(HeaderNames.CONTENT_LENGTH);
        }
        return !headers.contains(HeaderNames.CONTENT_LENGTH) || isNumber(headers.get(HeaderNames.CONTENT_LENGTH));
    }

    private static boolean isNumber(Header length) {
        return length.allValues().size() == 1
                && length.get().chars().allMatch(character -> '0' <= character && character <= '9');
    }
}
