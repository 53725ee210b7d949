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
        var answer = ErrorAnswer.unrouted(status.code());
        var response = TransportResponse.builder()
                .status(status)
                .headers(headers)
                .header(HeaderNames.CONTENT_TYPE, "application/json")
                .keepAlive(false)
                .entity(new JsonWriter().value(answer.body()).toBytes());
        CorsFilter.HEADERS.forEach((name, value) -> response.header(HeaderNames.create(name), value));
        return response.build();
    }
}
