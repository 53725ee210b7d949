package org.hirundo.bootstrap;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.domain.json.JsonWriter;
import org.hirundo.domain.json.MalformedJson;

/** Somebody's client, as small as a client can be. */
final class MatrixClient implements AutoCloseable {

    private static final String API = "/_matrix/client/v3/";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;
    private final String token;

    private MatrixClient(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    /** Registers somebody where everybody can. */
    static MatrixClient register(URI server, String name) throws IOException, InterruptedException {
        return withTokenOf(
                server,
                "register",
                JsonObject.builder()
                        .put("username", name)
                        .put("password", "a long password")
                        .put("auth", JsonObject.of("type", "m.login.dummy"))
                        .build());
    }

    static MatrixClient logIn(URI server, String name, String password) throws IOException, InterruptedException {
        return withTokenOf(
                server,
                "login",
                JsonObject.builder()
                        .put("type", "m.login.password")
                        .put(
                                "identifier",
                                JsonObject.builder()
                                        .put("type", "m.id.user")
                                        .put("user", name)
                                        .build())
                        .put("password", password)
                        .build());
    }

    /** Whoever has the token. */
    static MatrixClient withToken(URI server, String token) {
        return new MatrixClient(server, token);
    }

    private static MatrixClient withTokenOf(URI server, String path, JsonObject body)
            throws IOException, InterruptedException {
        try (var nobody = new MatrixClient(server, "")) {
            var answer = nobody.post(path, body).good();
            return new MatrixClient(server, answer.string("access_token").orElseThrow());
        }
    }

    /** The same person at a server that was started again elsewhere. */
    MatrixClient at(URI other) {
        return new MatrixClient(other, token);
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    Answer post(String path, JsonObject body) throws IOException, InterruptedException {
        return send(request(path)
                .POST(BodyPublishers.ofByteArray(new JsonWriter().value(body).toBytes())));
    }

    Answer put(String path, JsonObject body) throws IOException, InterruptedException {
        return send(request(path)
                .PUT(BodyPublishers.ofByteArray(new JsonWriter().value(body).toBytes())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(API).resolve(path)).header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = http.send(request.build(), BodyHandlers.ofByteArray());
        try {
            return new Answer(response.statusCode(), JsonParser.parseObject(response.body()));
        } catch (MalformedJson e) {
            throw new AssertionError("An answer with " + response.statusCode() + " is not JSON", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }

    record Answer(int status, JsonObject body) {

        /** The body of an answer that refuses nothing. */
        JsonObject good() {
            if (status != 200) {
                throw new AssertionError("Refused with " + status + ": " + body);
            }
            return body;
        }
    }
}
