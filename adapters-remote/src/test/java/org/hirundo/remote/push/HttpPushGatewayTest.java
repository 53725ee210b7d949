package org.hirundo.remote.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hirundo.application.config.Network;
import org.hirundo.application.config.OutboundConfig;
import org.hirundo.application.port.push.PushGatewayFailure;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.remote.http.Outbound;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HttpPushGatewayTest {

    private static final String PATH = "/_matrix/push/v1/notify";
    private static final JsonObject NOTIFICATION =
            JsonObject.of("notification", JsonObject.of("event_id", "$event").with("room_id", "!room:example.org"));

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String answer = "{\"rejected\":[]}";
    private HttpServer server;
    private Outbound outbound;
    private HttpPushGateway gateway;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            var bytes = answer.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            try (var body = exchange.getResponseBody()) {
                body.write(bytes);
            }
        });
        server.start();
        outbound = Outbound.guarded(new OutboundConfig(List.of(Network.parse("127.0.0.1"))));
        gateway = new HttpPushGateway(outbound);
    }

    @AfterEach
    void stop() {
        outbound.close();
        server.stop(0);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
    }

    @Test
    void the_notification_is_posted_as_json() throws PushGatewayFailure {
        assertThat(gateway.notify(address(), NOTIFICATION)).isEmpty();

        assertThat(requests).singleElement().satisfies(request -> {
            assertThat(request).startsWith("POST " + PATH + " application/json {");
            var body = request.substring(request.indexOf('{')).getBytes(UTF_8);
            assertThat(JsonParser.parseObject(body)).isEqualTo(NOTIFICATION);
        });
    }

    @Test
    @Tag("easily-missed-24")
    void what_the_gateway_rejects_is_told() throws PushGatewayFailure {
        answer = "{\"rejected\":[\"one\",\"two\",3],\"more\":{}}";

        assertThat(gateway.notify(address(), NOTIFICATION)).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void an_answer_without_rejected_rejects_nothing() throws PushGatewayFailure {
        answer = "{}";

        assertThat(gateway.notify(address(), NOTIFICATION)).isEmpty();
    }

    @Test
    void whatever_is_no_answer_is_a_failure() {
        status = 502;
        assertThatThrownBy(() -> gateway.notify(address(), NOTIFICATION))
                .isInstanceOf(PushGatewayFailure.class)
                .hasMessageContaining("502");
        status = 200;
        answer = "<html>";
        assertThatThrownBy(() -> gateway.notify(address(), NOTIFICATION)).isInstanceOf(PushGatewayFailure.class);
        answer = "[".repeat(100_000);
        assertThatThrownBy(() -> gateway.notify(address(), NOTIFICATION)).isInstanceOf(PushGatewayFailure.class);
        server.stop(0);
        assertThatThrownBy(() -> gateway.notify(address(), NOTIFICATION)).isInstanceOf(PushGatewayFailure.class);
    }

    @Test
    void a_gateway_in_a_private_network_is_not_called() {
        try (var guarded = Outbound.guarded(new OutboundConfig(List.of()))) {
            assertThatThrownBy(() -> new HttpPushGateway(guarded).notify(address(), NOTIFICATION))
                    .isInstanceOf(PushGatewayFailure.class);
        }
        assertThat(requests).isEmpty();
    }
}
