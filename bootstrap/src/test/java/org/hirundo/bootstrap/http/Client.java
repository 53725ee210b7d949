package org.hirundo.bootstrap.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Calls the server as clients do and, where no decent client would, byte by byte. */
final class Client {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http;
    private final URI server;
    private final List<String> headers;

    Client(HttpClient http, URI server) {
        this(http, server, List.of());
    }

    private Client(HttpClient http, URI server, List<String> headers) {
        this.http = http;
        this.server = server;
        this.headers = headers;
    }

    /** The same, with a header in each request. */
    Client with(String name, String value) {
        var more = new ArrayList<>(headers);
        more.addAll(List.of(name, value));
        return new Client(http, server, List.copyOf(more));
    }

    /** The same, with an access token in each request. */
    Client as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    Answer put(String path, String body) {
        return send("PUT", path, BodyPublishers.ofString(body));
    }

    Answer post(String path, String body) {
        return send("POST", path, BodyPublishers.ofString(body));
    }

    Answer send(String method, String path, BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create(server + path))
                .timeout(PATIENCE)
                .method(method, body);
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    /** Sends a request whose path {@link URI} would not take. */
    Answer raw(String method, String path) {
        var request = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        for (int i = 0; i < headers.size(); i += 2) {
            request.append(headers.get(i))
                    .append(": ")
                    .append(headers.get(i + 1))
                    .append("\r\n");
        }
        return raw(request.append("\r\n").toString());
    }

    /** Sends the text as it is, and reads what is answered until the server closes the connection. */
    Answer raw(String text) {
        return RawAnswer.parse(exchange(text.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] exchange(byte[] request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(request);
            return socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    new String(Arrays.copyOf(request, Math.min(request.length, 200)), StandardCharsets.UTF_8), e);
        }
    }

    /** Opens a connection that the test does with as it likes. */
    Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }

    /** The access token in the header, if there is one. */
    Optional<String> token() {
        int at = headers.indexOf("Authorization");
        return at < 0 ? Optional.empty() : Optional.of(headers.get(at + 1).substring("Bearer ".length()));
    }
}
