package org.hirundo.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clients that begin to send a body, and do not come to its end. Each holds a connection and a thread until it is cut off. */
@Timeout(60)
class SlowBodyTest {

    @RegisterExtension
    static final RunningServer server =
            RunningServer.with(Map.of("limits.enabled", "no", "server.body-patience", "1s"));

    private static String head(String path, String more) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + more + "\r\n";
    }

    private static Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.port());
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** What the server sends until it closes the connection. */
    private static String answer(Socket socket) {
        var answer = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(answer);
        } catch (IOException reset) {
            // Closed, if not in the politest way.
        }
        return answer.toString(StandardCharsets.US_ASCII);
    }

    @Test
    void a_body_of_a_known_length_that_stops_midway_is_not_waited_for() throws IOException {
        try (var socket = connect()) {
            send(socket, head("/_matrix/client/v3/login", "Content-Length: 100\r\n") + "{\"type\":");

            assertThat(answer(socket)).matches(text -> text.isEmpty() || text.startsWith("HTTP/1.1 408 "));
        }
    }

    @Test
    void chunks_that_stop_midway_are_not_waited_for() throws IOException {
        try (var socket = connect()) {
            send(socket, head("/_matrix/client/v3/login", "Transfer-Encoding: chunked\r\n") + "8\r\n{\"type\":\r\n");

            assertThat(answer(socket)).matches(text -> text.isEmpty() || text.startsWith("HTTP/1.1 408 "));
        }
    }

    @Test
    void whoever_sends_a_byte_now_and_then_is_cut_off() throws IOException, InterruptedException {
        try (var socket = connect()) {
            send(socket, head("/_matrix/client/v3/login", "Content-Length: 100000\r\n"));
            var dripping = Thread.ofVirtual().start(() -> drip(socket));

            assertThat(answer(socket)).matches(text -> text.isEmpty() || text.startsWith("HTTP/1.1 408 "));
            dripping.interrupt();
            dripping.join();
        }
    }

    private static void drip(Socket socket) {
        try {
            OutputStream out = socket.getOutputStream();
            while (!Thread.currentThread().isInterrupted()) {
                out.write(' ');
                out.flush();
                Thread.sleep(50);
            }
        } catch (IOException | InterruptedException cutOff) {
            // What is wanted.
        }
    }

    @Test
    void a_body_that_nobody_wants_is_not_waited_for_either() throws IOException {
        for (var path : new String[] {"/_matrix/client/v3/createRoom", "/nowhere"}) {
            try (var socket = connect()) {
                send(socket, head(path, "Content-Length: 100\r\n") + "{");

                assertThat(answer(socket)).matches("(?s)HTTP/1.1 (401|404) .*");
            }
        }
    }

    @Test
    void the_next_request_is_answered_after_a_body_that_nobody_wanted() throws IOException {
        try (var socket = connect()) {
            send(
                    socket,
                    head("/nowhere", "Content-Length: 2\r\n") + "{}"
                            + "GET /_matrix/client/versions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

            assertThat(answer(socket)).contains("HTTP/1.1 404 ").contains("HTTP/1.1 200 ");
        }
    }

    /** They wait for longer than for a body, in their answer. */
    @Test
    void long_polls_are_answered_when_their_time_has_come() {
        var alice = server.register("alice").client();
        var since = alice.get("/_matrix/client/v3/sync")
                .is(200)
                .json()
                .string("next_batch")
                .orElseThrow();

        alice.get("/_matrix/client/v3/sync?timeout=2500&since=" + since).is(200);
        var list = JsonObject.of("conn_id", "main").toString();
        var position = alice.post("/_matrix/client/unstable/org.matrix.simplified_msc3575/sync", list)
                .is(200)
                .json()
                .string("pos")
                .orElseThrow();
        alice.post("/_matrix/client/unstable/org.matrix.simplified_msc3575/sync?timeout=2500&pos=" + position, list)
                .is(200);
    }
}
