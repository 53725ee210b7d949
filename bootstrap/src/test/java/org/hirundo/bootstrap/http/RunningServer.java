package org.hirundo.bootstrap.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hirundo.bootstrap.config.Configuration;
import org.hirundo.bootstrap.server.HirundoServer;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The server as it runs, with a data directory and a port of its own, for the tests of a class. Anybody may register; all else is
 * as by default unless the test says otherwise.
 */
final class RunningServer implements BeforeAllCallback, AfterAllCallback {

    static final String PASSWORD = "correct horse battery staple";

    private static final String SECRET = "known to the tests";
    private static final String SHARED_SECRET_PATH = "/_synapse/admin/v1/register";

    private final Map<String, String> options;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Path directory;
    private HirundoServer server;

    private RunningServer(Map<String, String> options) {
        this.options = options;
    }

    /** With options by their short names. */
    static RunningServer with(Map<String, String> options) {
        return new RunningServer(options);
    }

    /** With rate limits off, which tests that make hundreds of requests would run into. */
    static RunningServer unlimited() {
        return with(Map.of("limits.enabled", "no"));
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        directory = Files.createTempDirectory("hirundo-http");
        var flags = new HashMap<>(Map.of(
                "server.port",
                "0",
                "data.directory",
                directory.toString(),
                "registration.mode",
                "open",
                "registration.shared-secret",
                SECRET));
        flags.putAll(options);
        server = HirundoServer.start(Configuration.of(flags, Map.of(), Optional.empty()));
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        http.close();
        server.close();
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** The port on which it listens. */
    int port() {
        return server.port();
    }

    /** A client that shows no access token. */
    Client client() {
        return new Client(http, URI.create("http://127.0.0.1:" + port()));
    }

    /** A new account. */
    Account register(String name) {
        var body = JsonObject.builder()
                .put("username", name)
                .put("password", PASSWORD)
                .put("auth", JsonObject.of("type", "m.login.dummy"))
                .build();
        return account(client().post("/_matrix/client/v3/register", body.toString()));
    }

    /** A new account that may do what administrators may. */
    Account registerAdmin(String name) {
        var nonce =
                client().get(SHARED_SECRET_PATH).is(200).json().string("nonce").orElseThrow();
        var body = JsonObject.builder()
                .put("nonce", nonce)
                .put("username", name)
                .put("password", PASSWORD)
                .put("admin", true)
                .put("mac", proof(String.join("\0", nonce, name, PASSWORD, "admin")))
                .build();
        return account(client().post(SHARED_SECRET_PATH, body.toString()));
    }

    private static String proof(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("Every Java platform has HMAC-SHA1", e);
        }
    }

    /** Another device of an account. */
    Account logIn(Account account) {
        var body = JsonObject.builder()
                .put("type", "m.login.password")
                .put("identifier", JsonObject.of("type", "m.id.user").with("user", account.user()))
                .put("password", PASSWORD)
                .build();
        return account(client().post("/_matrix/client/v3/login", body.toString()));
    }

    private Account account(Answer answer) {
        var json = answer.is(200).json();
        return new Account(
                json.string("user_id").orElseThrow(),
                json.string("device_id").orElseThrow(),
                client().as(json.string("access_token").orElseThrow()));
    }
}
