package org.hirundo.bootstrap.server;

import io.helidon.http.DirectHandler;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import org.hirundo.domain.json.JsonWriter;
import org.hirundo.rest.common.CorsFilter;
import org.hirundo.rest.common.ErrorAnswer;

/** Answers requests that are so wrong that they reach no resource, in JSON like all others. */
final class DirectAnswers implements DirectHandler {

    private static final int TOO_LARGE = 413;
    private static final int SERVER_ERROR = 500;

    private DirectAnswers() {}

    static DirectHandlers forAll() {
        var handlers = DirectHandlers.builder();
        for (var type : EventType.values()) {
            handlers.addHandler(type, new DirectAnswers());
        }
        return handlers.build();
    }

    @Override
    public TransportResponse handle(
            TransportRequest request, EventType type, Status given, ServerResponseHeaders headers, String message) {
        // What fails before there is a request is the request, whatever Helidon tripped over.
        var status = type == EventType.INTERNAL_ERROR && request.path().isEmpty() ? Status.BAD_REQUEST_400 : given;
        var answer = answer(status.code());
        var response = TransportResponse.builder()
                .status(status)
                .headers(headers)
                .header(HeaderNames.CONTENT_TYPE, "application/json")
                .keepAlive(false)
                .entity(new JsonWriter().value(answer.body()).toBytes());
        CorsFilter.HEADERS.forEach((name, value) -> response.header(HeaderNames.create(name), value));
        return response.build();
    }

    /** Nothing of Helidon's message is passed on: it quotes the request. */
    private static ErrorAnswer answer(int status) {
        return switch (status) {
            case TOO_LARGE -> ErrorAnswer.of(status, "M_TOO_LARGE", "The request is too large");
            default ->
                ErrorAnswer.of(
                        status,
                        "M_UNKNOWN",
                        status < SERVER_ERROR ? "The request is not understood" : "Internal server error");
        };
    }
}
