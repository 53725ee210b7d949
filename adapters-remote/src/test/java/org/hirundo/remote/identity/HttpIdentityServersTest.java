package org.hirundo.remote.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hirundo.application.config.Network;
import org.hirundo.application.config.OutboundConfig;
import org.hirundo.application.port.identity.IdentityServerFailure;
import org.hirundo.application.port.identity.IdentityServers.Key;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.domain.room.ThreepidInvite;
import org.hirundo.remote.http.Outbound;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpIdentityServersTest {

    private static final String BASE = "/_matrix/identity/v2/";

    /** The hash that the specification's example of a lookup has for this address and pepper. */
    private static final String HASH = "4kenr7N9drpCJ4AfalmlGQVsOn3o2RHjkADUpXJWZUc";

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private volatile int status = 200;
    private HttpServer server;
    private Outbound outbound;
    private HttpIdentityServers servers;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            var bytes = answers.getOrDefault(exchange.getRequestURI().getPath(), "{}")
                    .getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            try (var body = exchange.getResponseBody()) {
                body.write(bytes);
            }
        });
        server.start();
        outbound = Outbound.guarded(new OutboundConfig(List.of(Network.parse("127.0.0.1"))));
        servers = new HttpIdentityServers(outbound, "http");
        answers.put(BASE + "hash_details", """
                {"lookup_pepper": "matrixrocks", "algorithms": ["none", "sha256"]}""");
    }

    @AfterEach
    void stop() {
        outbound.close();
        server.stop(0);
    }

    private ThreepidInvite invite() {
        var name = ServerName.parse("127.0.0.1:" + server.getAddress().getPort());
        return new ThreepidInvite(name, "secret", "email", "alice@example.com");
    }

    @Test
    void a_user_is_looked_up_by_the_hash_of_the_address() throws IdentityServerFailure {
        answers.put(BASE + "lookup", "{\"mappings\": {\"" + HASH + "\": \"@alice:example.org\"}}");

        assertThat(servers.lookup(invite())).contains(UserId.parse("@alice:example.org"));
        assertThat(requests.getFirst()).startsWith("GET " + BASE + "hash_details Bearer secret ");
        assertThat(requests.getLast())
                .startsWith("POST " + BASE + "lookup Bearer secret ")
                .contains(HASH)
                .doesNotContain("alice@example.com");
    }

    @Test
    void who_is_not_known_is_nobody() throws IdentityServerFailure {
        answers.put(BASE + "lookup", "{\"mappings\": {\"other\": \"@alice:example.org\"}}");

        assertThat(servers.lookup(invite())).isEmpty();
    }

    @Test
    void the_address_itself_is_told_only_when_nothing_else_is_compared() throws IdentityServerFailure {
        answers.put(BASE + "hash_details", "{\"lookup_pepper\": \"salt\", \"algorithms\": [\"none\"]}");
        answers.put(BASE + "lookup", "{\"mappings\": {\"alice@example.com email\": \"@alice:example.org\"}}");

        assertThat(servers.lookup(invite())).contains(UserId.parse("@alice:example.org"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "hash_details; {}",
                "hash_details; []",
                "hash_details; {\"lookup_pepper\": \"salt\", \"algorithms\": [\"md5\"]}",
                "lookup; no json",
                "lookup; {\"mappings\": {\"4kenr7N9drpCJ4AfalmlGQVsOn3o2RHjkADUpXJWZUc\": \"alice\"}}"
            })
    void an_answer_that_is_none_is_a_failure(String endpoint, String answer) {
        answers.put(BASE + endpoint, answer);

        assertThatThrownBy(() -> servers.lookup(invite())).isInstanceOf(IdentityServerFailure.class);
    }

    @Test
    void a_refusal_is_a_failure() {
        status = 403;

        assertThatThrownBy(() -> servers.lookup(invite()))
                .isInstanceOf(IdentityServerFailure.class)
                .hasMessageContaining("403");
    }

    @Test
    void private_networks_are_not_called() {
        try (var guarded = Outbound.guarded(new OutboundConfig(List.of()))) {
            var kept = new HttpIdentityServers(guarded, "http");
            assertThatThrownBy(() -> kept.lookup(invite())).isInstanceOf(IdentityServerFailure.class);
        }
        assertThat(requests).isEmpty();
    }

    @Test
    void an_invite_is_stored_with_what_may_be_told() throws IdentityServerFailure {
        answers.put(BASE + "store-invite", """
                {"token": "sometoken", "display_name": "a...@e...", "public_keys": [
                  {"public_key": "one", "key_validity_url": "https://example.org/valid"}, {"public_key": "two"}]}""");
        var stored = servers.store(invite(), JsonObject.of("room_id", "!room:example.org"));

        assertThat(stored.token()).isEqualTo("sometoken");
        assertThat(stored.displayName()).isEqualTo("a...@e...");
        assertThat(stored.keys())
                .containsExactly(
                        new Key("one", Optional.of("https://example.org/valid")), new Key("two", Optional.empty()));
        var request = requests.getLast();
        assertThat(request).startsWith("POST " + BASE + "store-invite Bearer secret ");
        assertThat(JsonParser.parseObject(
                        request.substring(request.indexOf('{')).getBytes(UTF_8)))
                .isEqualTo(JsonObject.of("room_id", "!room:example.org")
                        .with("medium", "email")
                        .with("address", "alice@example.com"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"token\": \"\", \"display_name\": \"a\", \"public_keys\": [{\"public_key\": \"one\"}]}",
                "{\"token\": \"t\", \"display_name\": \"a\", \"public_keys\": []}",
                "{\"token\": \"t\", \"display_name\": \"a\", \"public_keys\": [{}]}",
                "{\"token\": \"t\", \"public_keys\": [{\"public_key\": \"one\"}]}"
            })
    void what_is_stored_without_token_name_or_key_is_a_failure(String answer) {
        answers.put(BASE + "store-invite", answer);

        assertThatThrownBy(() -> servers.store(invite(), JsonObject.EMPTY)).isInstanceOf(IdentityServerFailure.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"{\"valid\": true}; true", "{\"valid\": false}; false", "{}; false", "{\"valid\": \"yes\"}; false"
            })
    void a_key_is_good_when_that_is_said(String answer, boolean valid) throws IdentityServerFailure {
        answers.put("/valid", answer);
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/valid?a=b");

        assertThat(servers.isValid(address, "a+b/c")).isEqualTo(valid);
        assertThat(requests.getLast()).startsWith("GET /valid?a=b&public_key=a%2Bb%2Fc ");
    }
}
