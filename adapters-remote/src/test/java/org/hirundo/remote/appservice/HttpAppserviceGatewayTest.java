package org.hirundo.remote.appservice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hirundo.application.port.appservice.ServiceFailure;
import org.hirundo.application.port.appservice.ThirdPartyLookup;
import org.hirundo.domain.account.SecretToken;
import org.hirundo.domain.appservice.Namespaces;
import org.hirundo.domain.appservice.Registration;
import org.hirundo.domain.id.RoomAlias;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpAppserviceGatewayTest {

    private static final UserId DORA = UserId.parse("@_irc_do/ra:example.org");
    private static final RoomAlias SWALLOWS = RoomAlias.parse("#_irc_swallows:example.org");

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile int oldStatus = 404;
    private volatile String answer = "{}";
    private HttpServer server;
    private HttpAppserviceGateway gateway;
    private Registration service;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var path = exchange.getRequestURI().toString();
            requests.add(exchange.getRequestMethod() + " " + path + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            var bytes = answer.getBytes(UTF_8);
            exchange.sendResponseHeaders(path.contains("/_matrix/app/v1/") ? status : oldStatus, bytes.length);
            try (var body = exchange.getResponseBody()) {
                body.write(bytes);
            }
        });
        server.start();
        gateway = new HttpAppserviceGateway();
        service = new Registration(
                "irc",
                Optional.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/irc")),
                SecretToken.of("as").orElseThrow(),
                SecretToken.of("h&s").orElseThrow(),
                UserId.parse("@irc:example.org"),
                Namespaces.NONE,
                false,
                Set.of("irc"),
                Registration.Features.NONE);
    }

    @AfterEach
    void stop() {
        gateway.close();
        server.stop(0);
    }

    private static ServiceFailure failure(ThrowingCallable call) {
        return catchThrowableOfType(ServiceFailure.class, call);
    }

    @Test
    void a_transaction_is_put_with_the_token_in_the_header_alone() throws ServiceFailure {
        gateway.deliver(service, "7", JsonObject.of("events", JsonArray.EMPTY));

        assertThat(requests).containsExactly("PUT /irc/_matrix/app/v1/transactions/7 Bearer h&s {\"events\":[]}");
    }

    @Test
    void a_service_of_before_gets_it_where_it_expects_it() throws ServiceFailure {
        status = 404;
        oldStatus = 200;
        gateway.deliver(service, "7", JsonObject.EMPTY);

        assertThat(requests)
                .containsExactly(
                        "PUT /irc/_matrix/app/v1/transactions/7 Bearer h&s {}",
                        "PUT /irc/transactions/7?access_token=h%26s Bearer h&s {}");
    }

    @Test
    void what_is_not_taken_is_a_failure_with_what_was_answered_on_the_path_of_today() {
        status = 401;
        answer = "who are you?" + "x".repeat(2000);
        var refusal = failure(() -> gateway.deliver(service, "7", JsonObject.EMPTY))
                .refusal()
                .orElseThrow();

        assertThat(refusal.status()).isEqualTo(401);
        assertThat(refusal.text()).hasSize(1000).startsWith("who are you?");
    }

    @Test
    void who_is_not_there_is_a_failure_without_an_answer() {
        server.stop(0);
        var failure = failure(() -> gateway.ping(service, Optional.empty()));

        assertThat(failure.refusal()).isEmpty();
        assertThat(failure.isTimeout()).isFalse();
        assertThat(failure.getMessage()).doesNotContain("h&s");
    }

    @Test
    void a_ping_has_no_old_path() throws ServiceFailure {
        gateway.ping(service, Optional.of("meow"));
        assertThat(requests).containsExactly("POST /irc/_matrix/app/v1/ping Bearer h&s {\"transaction_id\":\"meow\"}");
        status = 404;
        assertThat(failure(() -> gateway.ping(service, Optional.empty())).refusal())
                .isPresent();
        assertThat(requests).hasSize(2);
    }

    @Test
    void users_and_aliases_are_known_or_not() throws ServiceFailure {
        assertThat(gateway.hasUser(service, DORA)).isTrue();
        assertThat(gateway.hasAlias(service, SWALLOWS)).isTrue();
        assertThat(requests)
                .containsExactly(
                        "GET /irc/_matrix/app/v1/users/%40_irc_do%2Fra%3Aexample.org Bearer h&s ",
                        "GET /irc/_matrix/app/v1/rooms/%23_irc_swallows%3Aexample.org Bearer h&s ");
        status = 404;
        assertThat(gateway.hasUser(service, DORA)).isFalse();
        assertThat(gateway.hasAlias(service, SWALLOWS)).isFalse();
        status = 500;
        assertThat(failure(() -> gateway.hasAlias(service, SWALLOWS)).refusal()).isPresent();
    }

    @Test
    void lookups_are_asked_with_their_fields() throws ServiceFailure {
        var lookup = new ThirdPartyLookup(
                ThirdPartyLookup.Kind.LOCATION, Optional.of("irc"), Map.of("network", "free node", "channel", "#a&b"));
        answer = "[{\"alias\":\"#a:example.org\"}]";
        assertThat(gateway.lookUp(service, lookup).size()).isEqualTo(1);
        assertThat(requests)
                .containsExactly("GET /irc/_matrix/app/v1/thirdparty/location/irc?channel=%23a%26b&network=free%20node"
                        + " Bearer h&s ");
        status = 404;
        oldStatus = 200;
        assertThat(gateway.lookUp(service, lookup).size()).isEqualTo(1);
        assertThat(requests.getLast())
                .startsWith("GET /irc/_matrix/app/unstable/thirdparty/location/irc?channel=%23a%26b&network=free%20node"
                        + "&access_token=h%26s ");
        oldStatus = 404;
        assertThat(gateway.lookUp(service, lookup)).isEqualTo(JsonArray.EMPTY);
    }

    @Test
    void a_protocol_is_told_or_not() throws ServiceFailure {
        answer = "{\"instances\":[]}";
        assertThat(gateway.protocol(service, "irc")).contains(JsonObject.of("instances", JsonArray.EMPTY));
        answer = "[]";
        assertThat(gateway.protocol(service, "irc")).isEmpty();
        answer = "<html>";
        assertThat(failure(() -> gateway.protocol(service, "irc")).refusal()).isEmpty();
        status = 404;
        assertThat(gateway.protocol(service, "irc")).isEmpty();
    }

    @Test
    void a_service_is_asked_for_keys_where_the_proposals_say() throws Exception {
        var wanted = JsonObject.of(DORA.toString(), JsonObject.EMPTY);
        oldStatus = 200;
        answer = "{\"some\":\"keys\"}";
        assertThat(gateway.claimKeys(service, wanted)).contains(JsonObject.of("some", "keys"));
        assertThat(gateway.queryKeys(service, wanted)).contains(JsonObject.of("some", "keys"));
        assertThat(requests)
                .containsExactly(
                        "POST /irc/_matrix/app/unstable/org.matrix.msc3983/keys/claim Bearer h&s " + wanted,
                        "POST /irc/_matrix/app/unstable/org.matrix.msc3984/keys/query Bearer h&s " + wanted);
        answer = "[]";
        assertThat(gateway.claimKeys(service, wanted)).contains(JsonObject.EMPTY);
        for (var unknown : List.of(404, 405)) {
            oldStatus = unknown;
            assertThat(gateway.claimKeys(service, wanted)).isEmpty();
            assertThat(gateway.queryKeys(service, wanted)).isEmpty();
        }
        oldStatus = 500;
        assertThatThrownBy(() -> gateway.claimKeys(service, wanted)).isInstanceOf(ServiceFailure.class);
    }
}
