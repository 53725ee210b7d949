package org.hirundo.bootstrap.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.domain.json.JsonWriter;
import org.hirundo.domain.json.MalformedJson;

/** Registers accounts at a server whose secret we know: a nonce from the server, and a proof that we know the secret. */
final class SharedSecretRegistration {

    private static final String PATH = "/_synapse/admin/v1/register";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI endpoint;
    private final String secret;

    SharedSecretRegistration(URI server, String secret) {
        endpoint = server.resolve(PATH);
        this.secret = secret;
    }

    /**
     * Registers the account, and answers its user id.
     *
     * @throws java.net.ConnectException when no server is there
     * @throws Failure when the server refuses
     */
    String register(UserCreation creation) throws IOException, Failure {
        try (var client = HttpClient.newHttpClient()) {
            var nonce = member(answer(client, request().GET().build()), "nonce");
            var body = JsonObject.builder()
                    .put("nonce", nonce)
                    .put("username", creation.name())
                    .put("password", creation.password())
                    .put("admin", creation.admin())
                    .put("mac", proof(nonce, creation))
                    .build();
            var request = request()
                    .POST(HttpRequest.BodyPublishers.ofByteArray(
                            new JsonWriter().value(body).toBytes()));
            return member(answer(client, request.build()), "user_id");
        }
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(endpoint).timeout(PATIENCE);
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

    private static String member(JsonObject answer, String name) throws IOException {
        return answer.string(name).orElseThrow(() -> new IOException("the answer has no " + name));
    }

    private String proof(String nonce, UserCreation creation) {
        var text =
                String.join("\0", nonce, creation.name(), creation.password(), creation.admin() ? "admin" : "notadmin");
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA1", e);
        }
    }
}
