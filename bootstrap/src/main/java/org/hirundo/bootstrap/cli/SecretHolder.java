package org.hirundo.bootstrap.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.hirundo.domain.crypto.Hashes;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.domain.json.JsonWriter;
import org.hirundo.domain.json.MalformedJson;

/** Asks a server whose secret we know: with a nonce from the server, and a proof that we know the secret. */
final class SecretHolder {

    private static final String NONCE_PATH = "/_synapse/admin/v1/register";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI server;
    private final String secret;

    SecretHolder(URI server, String secret) {
        this.server = server;
        this.secret = secret;
    }

    /**
     * What is asked for.
     *
     * @param algorithm of the HMAC that proves that we know the secret
     * @param proven what the HMAC is of, after the nonce, with NUL between
     */
    record Question(String path, String algorithm, JsonObject body, List<String> proven) {}

    /**
     * The server's answer.
     *
     * @throws java.net.ConnectException when no server is there
     * @throws Failure when the server refuses
     */
    JsonObject ask(Question question) throws IOException, Failure {
        try (var client = HttpClient.newHttpClient()) {
            var nonce = member(answer(client, request(NONCE_PATH).GET().build()), "nonce");
            var body = question.body().with("nonce", nonce).with("mac", proof(nonce, question));
            var request = request(question.path())
                    .POST(HttpRequest.BodyPublishers.ofByteArray(
                            new JsonWriter().value(body).toBytes()));
            return answer(client, request.build());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE);
    }

    private static JsonObject answer(HttpClient client, HttpRequest request) throws IOException, Failure {
        try {
            var response = client.send(request, BodyHandlers.ofByteArray());
            var body = JsonParser.parseObject(response.body());
            if (response.statusCode() != 200) {
                throw new Failure("The server refused: " + body.string("error").orElse("no reason given"));
            }
            return body;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the server", e);
        } catch (MalformedJson e) {
            throw new IOException("what answers there is no Matrix server", e);
        }
    }

    /** The member of an answer that has it when all is well. */
    static String member(JsonObject answer, String name) throws IOException {
        return answer.string(name).orElseThrow(() -> new IOException("the answer has no " + name));
    }

    private String proof(String nonce, Question question) {
        var text = nonce + "\0" + String.join("\0", question.proven());
        return HexFormat.of()
                .formatHex(Hashes.hmac(question.algorithm(), secret.getBytes(StandardCharsets.UTF_8), text));
    }
}
