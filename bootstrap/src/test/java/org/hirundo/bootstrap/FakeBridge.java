package org.hirundo.bootstrap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;

/** An application service that writes down what it is told, and knows transactions again by their ids. */
final class FakeBridge implements AutoCloseable {

    static final String AS_TOKEN = "as-token-of-the-bridge";

    private static final String HS_TOKEN = "hs-token-of-the-bridge";
    private static final String TRANSACTIONS = "/_matrix/app/v1/transactions/";

    private final HttpServer http;
    private final Set<String> transactions = new HashSet<>();
    private final List<String> messages = new ArrayList<>();
    private boolean failing;
    private int failures;

    private FakeBridge(HttpServer http) {
        this.http = http;
    }

    static FakeBridge start() throws IOException {
        var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var bridge = new FakeBridge(http);
        http.createContext("/", bridge::answer);
        http.start();
        return bridge;
    }

    /** Its registration, as a file. */
    String registration() {
        return """
                id: fake
                url: http://127.0.0.1:%d
                as_token: %s
                hs_token: %s
                sender_localpart: fakebot
                rate_limited: false
                namespaces:
                  users:
                    - exclusive: true
                      regex: "@fake_.*"
                  aliases: []
                  rooms: []
                """.formatted(http.getAddress().getPort(), AS_TOKEN, HS_TOKEN);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = JsonParser.parseObject(exchange.getRequestBody().readAllBytes());
        var status = status(
                exchange.getRequestURI().getPath(), exchange.getRequestHeaders().getFirst("Authorization"), body);
        var answer = "{}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, answer.length);
        try (var out = exchange.getResponseBody()) {
            out.write(answer);
        }
    }

    private synchronized int status(String path, String authorization, JsonObject body) {
        if (!("Bearer " + HS_TOKEN).equals(authorization)) {
            return 403;
        }
        if (failing) {
            failures++;
            notifyAll();
            return 500;
        }
        if (path.startsWith(TRANSACTIONS) && transactions.add(path)) {
            body.array("events")
                    .orElse(JsonArray.EMPTY)
                    .objectsIn()
                    .flatMap(event -> event.object("content").flatMap(content -> content.string("body")).stream())
                    .forEach(messages::add);
            notifyAll();
        }
        return 200;
    }

    /** From now on it fails, or not any more. */
    synchronized void isFailing(boolean fails) {
        failing = fails;
    }

    /** Waits until it has failed so often. */
    synchronized void awaitFailures(int number) throws InterruptedException {
        while (failures < number) {
            wait();
        }
    }

    /** What was said, as far as it was told; waits until that is so much. */
    synchronized List<String> awaitMessages(int number) throws InterruptedException {
        while (messages.size() < number) {
            wait();
        }
        return List.copyOf(messages);
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
