package org.hirundo.remote.captcha;

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
import org.hirundo.application.port.uia.CaptchaServiceFailure;
import org.hirundo.remote.http.Outbound;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpCaptchaServiceTest {

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String answer = "{\"success\":true}";
    private HttpServer server;
    private Outbound outbound;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/siteverify", exchange -> {
            requests.add(exchange.getRequestMethod() + " "
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
    }

    @AfterEach
    void stop() {
        outbound.close();
        server.stop(0);
    }

    private boolean isSolved(String response) throws CaptchaServiceFailure {
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/siteverify");
        return new HttpCaptchaService(outbound).isSolved(address, "s&cret", response);
    }

    @Test
    void secret_and_response_are_sent_as_a_form() throws CaptchaServiceFailure {
        assertThat(isSolved("a=b&secret=mine")).isTrue();

        assertThat(requests)
                .containsExactly(
                        "POST application/x-www-form-urlencoded secret=s%26cret&response=a%3Db%26secret%3Dmine");
    }

    @Test
    void only_success_is_success() throws CaptchaServiceFailure {
        for (var other : List.of(
                "{\"success\":false,\"error-codes\":[\"timeout-or-duplicate\"]}", "{}", "{\"success\":\"true\"}")) {
            answer = other;
            assertThat(isSolved("response")).isFalse();
        }
    }

    @Test
    void what_is_no_answer_is_a_failure() {
        answer = "yes";
        assertThatThrownBy(() -> isSolved("response")).isInstanceOf(CaptchaServiceFailure.class);
        status = 500;
        assertThatThrownBy(() -> isSolved("response")).hasMessageContaining("500");
        server.stop(0);
        assertThatThrownBy(() -> isSolved("response")).hasMessageContaining("does not answer");
    }
}
