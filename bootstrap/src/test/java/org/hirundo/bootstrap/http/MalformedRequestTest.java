package org.hirundo.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that come to no resource, because they are hardly requests. */
class MalformedRequestTest {

    @RegisterExtension
    static final RunningServer server = RunningServer.unlimited();

    private static final String VERSIONS = "/_matrix/client/versions";
    private static final String LOGIN = "POST /_matrix/client/v3/login HTTP/1.1\r\nHost: localhost\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n\r\n",
                "GET\r\n\r\n",
                "GET /_matrix/client/versions\r\n\r\n",
                "GET _matrix/client/versions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /_matrix/client/versions HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "GET /_matrix/client/%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /_matrix/client/versions?a=%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /_matrix/client/ver sions HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /_matrix/client/versions HTTP/1.1\r\n\r\n",
                "GET /_matrix/client/versions HTTP/1.1\r\nHost: local host\r\n\r\n",
                "GET /_matrix/client/versions HTTP/1.1\r\nHost: localhost:port\r\n\r\n",
                "GET /_matrix/client/versions HTTP/1.1\r\nHost: localhost\r\nno colon\r\n\r\n",
                "GET /_matrix/client/versions HTTP/1.1\r\nHost: localhost\r\nna me: value\r\n\r\n",
                "G\u00c9T /_matrix/client/versions HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "POST /_matrix/client/v3/login HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"
            })
    void a_request_that_is_not_understood_is_answered_in_JSON(String request) {
        var answer = server.client().raw(request).isWellFormed();
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.header("Connection")).isEqualToIgnoringCase("close");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: -1\r\n",
                "Content-Length: +2\r\n",
                "Content-Length: many\r\n",
                "Content-Length: 99999999999999999999\r\n",
                "Content-Length: 2\r\nContent-Length: 3\r\n",
                "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: gzip, chunked\r\n",
                "Transfer-Encoding: Chunked\r\n"
            })
    void a_request_whose_body_has_no_clear_end_is_the_last_of_its_connection(String length) throws IOException {
        var hidden = "GET " + VERSIONS + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        assertThat(exchange(LOGIN + length + "\r\n" + hidden))
                .startsWith("HTTP/1.1 400 ")
                .containsOnlyOnce("HTTP/1.1 ");
    }

    @Test
    void an_answer_does_not_quote_the_request() {
        var answer = server.client().raw("GET /secret%zz HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain("secret");
    }

    @Test
    void headers_of_20_KB_are_refused() {
        var answer = server.client()
                .raw("GET " + VERSIONS + " HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");
        assertThat(answer.isWellFormed().status()).isBetween(400, 499);
    }

    @Test
    void a_path_of_20_KB_is_refused() {
        var answer =
                server.client().raw("GET " + VERSIONS + "x".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(answer.isWellFormed().status()).isBetween(400, 499);
    }

    @Test
    void a_connection_is_closed_when_the_client_asks_for_it() {
        for (var path : new String[] {VERSIONS, "/nowhere", "/_matrix/client/v3/account/whoami"}) {
            for (var method : new String[] {"GET", "OPTIONS", "HEAD"}) {
                // The client reads until the server closes the connection.
                assertThat(server.client().raw(method, path).header("Connection"))
                        .isEqualToIgnoringCase("close");
            }
        }
    }

    @Test
    void a_connection_is_closed_when_a_body_is_too_large_so_that_the_rest_is_not_taken_for_a_request()
            throws IOException {
        var hidden = "GET " + VERSIONS + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        var body = "x".repeat(8 * 1024 * 1024 + 1) + hidden;
        var answers = exchange(LOGIN + "Content-Length: " + body.length() + "\r\n\r\n" + body);
        assertThat(answers).startsWith("HTTP/1.1 413 ").containsOnlyOnce("HTTP/1.1 ");
    }

    @Test
    void a_client_that_waits_with_its_body_is_not_told_to_send_it_after_the_answer() throws IOException {
        var answers = exchange("POST /_matrix/media/v3/upload HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Expect: 100-continue\r\nContent-Length: 100\r\n\r\n");
        assertThat(answers).startsWith("HTTP/1.1 401 ").containsOnlyOnce("HTTP/1.1 ");
    }

    @Test
    void a_connection_serves_one_request_after_the_other() throws IOException {
        var request = "GET " + VERSIONS + " HTTP/1.1\r\nHost: localhost\r\n";
        var answers = exchange(request + "\r\n" + request + "Connection: close\r\n\r\n");
        assertThat(answers.split("HTTP/1.1 200 OK", -1)).hasSize(3);
    }

    @Test
    void a_body_that_ends_early_does_no_harm() throws IOException {
        try (var socket = server.client().connect()) {
            socket.getOutputStream().write((LOGIN + "Content-Length: 100\r\n\r\n{").getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            var answered = socket.getInputStream().readAllBytes();
            if (answered.length > 0) {
                assertThat(RawAnswer.parse(answered).isWellFormed().status()).isEqualTo(400);
            }
        }
        server.client().get(VERSIONS).is(200);
    }

    private static String exchange(String request) throws IOException {
        try (var socket = server.client().connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
