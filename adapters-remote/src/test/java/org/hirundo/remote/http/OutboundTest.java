package org.hirundo.remote.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.hirundo.application.config.Network;
import org.hirundo.application.config.OutboundConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboundTest {

    private static final OutboundConfig THIS_MACHINE = new OutboundConfig(List.of(Network.parse("127.0.0.1")));

    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;
    private Outbound outbound;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/echo", exchange -> {
            requests.incrementAndGet();
            var said = exchange.getRequestMethod() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            exchange.getResponseHeaders().add("X-Kind", "echo");
            answer(exchange, 418, said.getBytes(UTF_8));
        });
        outbound = Outbound.guarded(THIS_MACHINE);
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        outbound.close();
        server.stop(0);
        threads.close();
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        try (var stream = exchange.getResponseBody()) {
            stream.write(body);
        }
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void redirecting(String path, String location) {
        server.createContext(path, exchange -> {
            requests.incrementAndGet();
            exchange.getResponseHeaders().add("Location", location);
            answer(exchange, 302, new byte[0]);
        });
    }

    @Test
    void an_answer_is_told_whatever_its_status() throws IOException {
        var answer = outbound.send(Call.json("PUT", at("/echo"), "{}".getBytes(UTF_8)));
        assertThat(answer.status()).isEqualTo(418);
        assertThat(answer.isSuccess()).isFalse();
        assertThat(answer.body()).asString().isEqualTo("PUT {}");
        assertThat(answer.header("x-kind")).contains("echo");
    }

    @Test
    void a_private_address_is_not_called() {
        try (var strict = Outbound.guarded(OutboundConfig.DEFAULT)) {
            assertThatThrownBy(() -> strict.send(Call.get(at("/echo")))).isInstanceOf(BlockedAddress.class);
        }
        assertThat(requests).hasValue(0);
    }

    @Test
    void a_redirect_to_a_private_address_is_not_followed() {
        redirecting("/away", "http://127.0.0.2:" + server.getAddress().getPort() + "/echo");
        assertThatThrownBy(() -> outbound.send(Call.get(at("/away")).following(3)))
                .isInstanceOf(BlockedAddress.class);
        assertThat(requests).hasValue(1);
    }

    @Test
    void the_address_that_was_checked_is_the_one_that_is_called() throws IOException {
        // The second question about the name is answered with what must not be called.
        var answers = List.of("127.0.0.1", "127.0.0.2").iterator();
        AddressGuard.Lookup changing = _ -> new InetAddress[] {InetAddress.ofLiteral(answers.next())};
        try (var rebound = Outbound.guarded(THIS_MACHINE, changing)) {
            var named =
                    URI.create("http://rebinding.example:" + server.getAddress().getPort() + "/echo");
            assertThat(rebound.send(Call.get(named)).status()).isEqualTo(418);
            assertThat(answers).hasNext();
        }
    }

    @Test
    void redirects_are_followed_as_far_as_the_call_says() throws IOException {
        redirecting("/one", "/two");
        redirecting("/two", "/echo");
        assertThat(outbound.send(Call.get(at("/one")).following(2)).address()).isEqualTo(at("/echo"));
        assertThat(outbound.send(Call.get(at("/one"))).status()).isEqualTo(302);
        assertThatThrownBy(() -> outbound.send(Call.get(at("/one")).following(1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("redirects");
    }

    @Test
    void a_redirect_away_from_the_web_is_not_followed() {
        redirecting("/file", "file:///etc/passwd");
        assertThatThrownBy(() -> outbound.send(Call.get(at("/file")).following(1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not an address of the web");
    }

    @Test
    void an_endless_answer_is_refused() {
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var block = new byte[8192];
            Arrays.fill(block, (byte) 'x');
            try (var stream = exchange.getResponseBody()) {
                while (end.getCount() > 0) {
                    stream.write(block);
                }
            }
        });
        assertThatThrownBy(() -> outbound.send(Call.get(at("/endless")).atMost(100_000)))
                .isInstanceOf(AnswerTooLarge.class);
    }

    @Test
    void of_an_endless_answer_the_beginning_can_be_read() throws IOException {
        server.createContext("/long", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var stream = exchange.getResponseBody()) {
                while (end.getCount() > 0) {
                    stream.write("beginning".getBytes(UTF_8));
                }
            }
        });
        var beginning = outbound.send(Call.get(at("/long")).reading(_ -> Portion.beginning(12)));
        assertThat(beginning.body()).asString().isEqualTo("beginningbeg");
        assertThat(outbound.send(Call.get(at("/long")).reading(_ -> Portion.NOTHING))
                        .body())
                .isEmpty();
    }

    @Test
    void how_much_is_read_depends_on_what_it_is() throws IOException {
        var call = Call.get(at("/echo"))
                .reading(head ->
                        head.header("X-Kind").equals(Optional.of("echo")) ? Portion.whole(100) : Portion.NOTHING);
        assertThat(outbound.send(call).body()).asString().isEqualTo("GET ");
    }

    @Test
    void an_address_that_is_not_permitted_is_not_called() {
        redirecting("/away", "/echo");
        var call = Call.get(at("/away")).following(3).onlyTo(address -> !address.getPath()
                .equals("/echo"));
        assertThatThrownBy(() -> outbound.send(call))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not to be");
        assertThatThrownBy(() -> outbound.send(Call.get(at("/away")).onlyTo(_ -> false)))
                .isInstanceOf(IOException.class);
        assertThat(requests).hasValue(1);
    }

    @Test
    void a_name_that_leads_elsewhere_when_a_redirect_comes_back_to_it_is_not_followed() {
        var port = server.getAddress().getPort();
        redirecting("/again", "http://rebinding.example:" + (port + 1) + "/echo");
        var answers = List.of("127.0.0.1", "127.0.0.2").iterator();
        AddressGuard.Lookup changing = _ -> new InetAddress[] {InetAddress.ofLiteral(answers.next())};
        try (var rebound = Outbound.guarded(THIS_MACHINE, changing)) {
            var named = URI.create("http://rebinding.example:" + port + "/again");
            assertThatThrownBy(() -> rebound.send(Call.get(named).following(1))).isInstanceOf(BlockedAddress.class);
        }
        assertThat(requests).hasValue(1);
    }

    @Test
    void who_never_answers_is_given_up() {
        server.createContext("/silent", _ -> awaitEnd());
        assertThatThrownBy(() -> outbound.send(Call.get(at("/silent")).within(Duration.ofMillis(200))))
                .isInstanceOf(InterruptedIOException.class);
    }

    @Test
    void who_answers_byte_by_byte_is_given_up() {
        server.createContext("/dripping", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var stream = exchange.getResponseBody()) {
                while (end.getCount() > 0) {
                    stream.write('x');
                    stream.flush();
                }
            }
        });
        assertThatThrownBy(() -> outbound.send(
                        Call.get(at("/dripping")).within(Duration.ofMillis(300)).atMost(Long.MAX_VALUE)))
                .isInstanceOf(InterruptedIOException.class);
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
