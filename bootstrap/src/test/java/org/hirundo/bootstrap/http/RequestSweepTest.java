package org.hirundo.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every route of the server, called in every wrong way there is: each answer is one of Matrix that web clients can read, never a
 * failure of the server.
 */
class RequestSweepTest {

    @RegisterExtension
    static final RunningServer server = RunningServer.unlimited();

    private static final String LOG_OUT = "/_matrix/client/v3/logout";
    private static final String WHOAMI = "/_matrix/client/v3/account/whoami";

    private static final int TOO_LARGE = 8 * 1024 * 1024 + 1;

    private static final List<Route> ROUTES = Route.all();

    /** Their bodies belong to whoever sends them. */
    private static final Set<String> CONTENT = Set.of(
            "PUT /_matrix/client/v3/rooms/{roomId}/send/{eventType}/{txnId}",
            "PUT /_matrix/client/v3/rooms/{roomId}/state/{eventType}",
            "PUT /_matrix/client/v3/rooms/{roomId}/state/{eventType}/{stateKey}",
            "PUT /_matrix/client/v3/user/{userId}/account_data/{type}",
            "PUT /_matrix/client/v3/user/{userId}/rooms/{roomId}/account_data/{type}");

    private static final Set<String> IDENTITY_SERVER = Set.of("id_server", "id_access_token");

    /** Members that mean nothing here. */
    private static final Map<String, Set<String>> UNREAD = Map.ofEntries(
            // Of identity servers, of which none is asked when somebody goes, shows an address, or a user is invited.
            Map.entry("POST /_matrix/client/v3/account/deactivate", Set.of("id_server")),
            Map.entry(
                    "POST /_matrix/client/v3/rooms/{roomId}/invite",
                    Set.of("id_server", "id_access_token", "medium", "address")),
            // What was bound, of which the proof in each invite counts alone.
            Map.entry("PUT /_matrix/federation/v1/3pid/onbind", Set.of("medium", "address")),
            Map.entry("POST /_matrix/federation/v1/3pid/onbind", Set.of("medium", "address")),
            Map.entry("POST /_matrix/client/v3/account/3pid/email/requestToken", IDENTITY_SERVER),
            Map.entry("POST /_matrix/client/v3/account/3pid/msisdn/requestToken", IDENTITY_SERVER),
            Map.entry("POST /_matrix/client/v3/account/password/email/requestToken", IDENTITY_SERVER),
            Map.entry("POST /_matrix/client/v3/account/password/msisdn/requestToken", IDENTITY_SERVER),
            Map.entry("POST /_matrix/client/v3/register/email/requestToken", IDENTITY_SERVER),
            Map.entry("POST /_matrix/client/v3/register/msisdn/requestToken", IDENTITY_SERVER),
            // What application services alone say.
            Map.entry("POST /_matrix/client/v1/appservice/{appserviceId}/ping", Set.of("transaction_id")),
            // How long to wait for other servers, of which none is asked.
            Map.entry("POST /_matrix/client/v3/keys/claim", Set.of("timeout")),
            Map.entry("POST /_matrix/client/v3/keys/query", Set.of("timeout")),
            // What rules of another kind have.
            Map.entry("PUT /_matrix/client/v3/pushrules/global/{kind}/{ruleId}", Set.of("pattern")));

    private static Account admin;
    private static Account bob;
    private static String mediaId;

    @BeforeAll
    static void setUp() {
        admin = server.registerAdmin("admin");
        bob = server.register("bob");
        var uploaded = admin.client()
                .with("Content-Type", "text/plain")
                .post("/_matrix/media/v3/upload", "hello")
                .is(200)
                .json()
                .string("content_uri")
                .orElseThrow();
        mediaId = uploaded.substring(uploaded.lastIndexOf('/') + 1);
        var backup =
                "{\"algorithm\":\"m.megolm_backup.v1.curve25519-aes-sha2\",\"auth_data\":{\"public_key\":\"abcdefg\"}}";
        admin.client().post("/_matrix/client/v3/room_keys/version", backup).is(200);
    }

    /** One test for each route that the check is about. */
    private static Stream<DynamicNode> each(Stream<Route> routes, BiConsumer<Route, Sweep> check) {
        return routes.map(route ->
                dynamicTest(route.toString(), () -> check.accept(route, Sweep.of(route, admin, bob, mediaId))));
    }

    private static Stream<Route> routes() {
        return ROUTES.stream();
    }

    private static Stream<Route> routesWithObject() {
        return routes().filter(route -> route.body() != Route.Body.UNREAD);
    }

    /** One for all where megabytes go over the line: what they share reads their bodies. */
    private static Stream<Route> oneOfEachKind(Stream<Route> routes) {
        return routes
                .collect(Collectors.groupingBy(route -> route.body() + " " + route.authenticated()))
                .values()
                .stream()
                .map(List::getFirst);
    }

    /** Who calls: somebody who is still signed in after the last call. */
    private static Client caller(Route route) {
        return route.path().startsWith(LOG_OUT) ? server.logIn(bob).client() : admin.client();
    }

    @TestFactory
    Stream<DynamicNode> an_access_token_that_is_missing_or_wrong() {
        return each(routes().filter(Route::authenticated), (route, sweep) -> {
            var nobody = server.client();
            sweep.send(nobody, sweep.path(), "{}").is(401, "M_MISSING_TOKEN");
            sweep.send(nobody.with("Authorization", "Basic YTpi"), sweep.path(), "{}")
                    .is(401, "M_MISSING_TOKEN");
            sweep.send(nobody.with("Authorization", "Bearer"), sweep.path(), "{}")
                    .is(401, "M_MISSING_TOKEN");
            sweep.send(nobody.as("wrong"), sweep.path(), "{}").is(401, "M_UNKNOWN_TOKEN");
            sweep.send(nobody.as("h\u00e9 %00"), sweep.path(), "{}").is(401, "M_UNKNOWN_TOKEN");
            sweep.send(nobody, sweep.path() + "?access_token=wrong", "{}").is(401, "M_UNKNOWN_TOKEN");
        });
    }

    /** Who is locked is told so wherever they come, and can do nothing but log out. */
    @TestFactory
    @Tag("easily-missed-4")
    Stream<DynamicNode> a_user_who_is_locked() {
        var locked = locked("locked");
        return each(routes().filter(Route::authenticated), (route, sweep) -> {
            if (route.path().startsWith(LOG_OUT)) {
                var leaving = locked("leaving" + route.path().length());
                sweep.send(leaving.client(), sweep.path(), "{}").is(200);
                leaving.client().get(WHOAMI).is(401, "M_UNKNOWN_TOKEN");
            } else {
                var answer = sweep.send(locked.client(), sweep.path(), "{}").is(401, "M_USER_LOCKED");
                assertThat(answer.json().bool("soft_logout")).contains(true);
            }
        });
    }

    private static Account locked(String name) {
        var account = server.register(name);
        admin.client()
                .put("/_matrix/client/v1/admin/lock/" + account.user(), "{\"locked\":true}")
                .is(200);
        return account;
    }

    @TestFactory
    @Tag("easily-missed-6")
    Stream<DynamicNode> a_method_that_the_path_has_not() {
        var methods = routes().collect(Collectors.groupingBy(
                Route::path, Collectors.mapping(Route::method, Collectors.toCollection(TreeSet::new))));
        return each(
                routes().filter(route -> methods.get(route.path()).first().equals(route.method())), (route, sweep) -> {
                    for (var method : List.of("GET", "PUT", "POST", "DELETE", "PATCH")) {
                        if (!methods.get(route.path()).contains(method)) {
                            var answer = server.client().send(method, sweep.path(), BodyPublishers.ofString("{}"));
                            answer.is(405, "M_UNRECOGNIZED");
                            assertThat(answer.header("Allow").split(",", -1)).containsAll(methods.get(route.path()));
                        }
                    }
                });
    }

    @TestFactory
    @Tag("easily-missed-6")
    Stream<DynamicNode> a_preflight_request() {
        return each(routes(), (route, sweep) -> {
            var preflight = server.client()
                    .with("Origin", "https://app.example.org")
                    .with("Access-Control-Request-Method", route.method())
                    .send("OPTIONS", sweep.path(), BodyPublishers.noBody());
            preflight.is(204);
        });
    }

    @TestFactory
    Stream<DynamicNode> a_body_that_is_not_JSON() {
        return each(routesWithObject(), (route, sweep) -> {
            for (var body :
                    List.of("{", "not json", "{'a':1}", "{\"a\":1,\"a\":2}", "{}{}", "\ufeff{}", "[".repeat(100_000))) {
                sweep.send(caller(route), sweep.path(), body).is(400, "M_NOT_JSON");
            }
            sweep.send(caller(route), sweep.path(), BodyPublishers.ofByteArray(new byte[] {
                        '{', '"', (byte) 0xff, '"', ':', '1', '}'
                    }))
                    .is(400, "M_NOT_JSON");
        });
    }

    @TestFactory
    Stream<DynamicNode> a_body_that_is_not_an_object() {
        return each(routesWithObject(), (route, sweep) -> {
            for (var body : List.of("[]", "[{}]", "\"text\"", "1", "1.5", "true", "null")) {
                sweep.send(caller(route), sweep.path(), body).is(400, "M_BAD_JSON");
            }
        });
    }

    @TestFactory
    Stream<DynamicNode> no_body() {
        return each(routesWithObject(), (route, sweep) -> {
            var answer = sweep.send(caller(route), sweep.path(), "");
            if (route.body() == Route.Body.OBJECT) {
                answer.is(400, "M_NOT_JSON");
            } else {
                answer.isWellFormed();
            }
        });
    }

    @TestFactory
    Stream<DynamicNode> a_body_that_is_too_large() {
        var body = ("{\"x\":\"" + "x".repeat(TOO_LARGE - 8) + "\"}").getBytes(StandardCharsets.UTF_8);
        return each(oneOfEachKind(routesWithObject()), (route, sweep) -> {
            sweep.send(caller(route), sweep.path(), BodyPublishers.ofByteArray(body))
                    .is(413, "M_TOO_LARGE");
            sweep.sendChunked(caller(route), sweep.path(), body).is(413, "M_TOO_LARGE");
        });
    }

    @TestFactory
    Stream<DynamicNode> a_body_on_a_route_that_reads_none() {
        return each(
                routes().filter(route ->
                        route.body() == Route.Body.UNREAD && !route.method().equals("GET")),
                (route, sweep) -> {
                    for (var body : List.of("{", "[]", "\0")) {
                        sweep.send(caller(route), sweep.path(), body).isWellFormed();
                    }
                });
    }

    /** One place of the specification's example after the other holds something that cannot be there. */
    @TestFactory
    Stream<DynamicNode> a_body_with_something_wrong_in_one_place() {
        return each(routesWithObject(), (route, sweep) -> {
            var wrongs = Wrongs.of(sweep.body());
            wrongs.forEach(wrong -> {
                var answer =
                        sweep.send(caller(route), sweep.path(), wrong.body().toString());
                assertThat(answer)
                        .as(wrong.place() + " is " + wrong.value().getClass().getSimpleName())
                        .satisfies(Answer::isWellFormed);
                if (wrong.isOfOtherType() && isRead(route, wrong.place())) {
                    assertThat(answer.status() + " " + answer.errcode())
                            .as(wrong.place() + " is "
                                    + wrong.value().getClass().getSimpleName())
                            .isIn("400 M_BAD_JSON", "400 M_INVALID_PARAM", "400 M_MISSING_PARAM");
                }
            });
        });
    }

    /** Whether the type of a member of the body matters. */
    private static boolean isRead(Route route, String member) {
        return !CONTENT.contains(route.toString())
                && !UNREAD.getOrDefault(route.toString(), Set.of()).contains(member);
    }

    @TestFactory
    Stream<DynamicNode> a_strange_value_in_the_path() {
        return each(routes(), (route, sweep) -> {
            for (var name : sweep.parameters()) {
                for (var value : List.of(
                        "%20",
                        "%2F",
                        "a%2Fb",
                        "%25",
                        "%3F",
                        "%23",
                        ";x=y",
                        "-1",
                        "9".repeat(30),
                        "%F0%9F%92%A9",
                        "@",
                        "!a:b:c:d",
                        "a%0Ab",
                        "x".repeat(3000),
                        "..",
                        "%2e%2e")) {
                    sweep.send(caller(route), sweep.path(Map.of(name, value)), "{}")
                            .isWellFormed();
                }
                for (var value : List.of("%00", "a%00b", "%FF", "%C3%28", "%ED%A0%80")) {
                    sweep.send(caller(route), sweep.path(Map.of(name, value)), "{}")
                            .is(400, "M_INVALID_PARAM");
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicNode> a_path_that_is_broken() {
        return each(routes(), (route, sweep) -> {
            for (var end : List.of("%", "%zz", "%4", "\u00e9", "<>", "\"", "{", "^`|", "?a=%zz")) {
                assertThat(caller(route)
                                .raw(route.method(), sweep.path() + end)
                                .isWellFormed()
                                .status())
                        .isBetween(400, 499);
            }
        });
    }

    @TestFactory
    Stream<DynamicNode> a_strange_value_in_the_query() {
        return each(routes().filter(route -> !route.query().isEmpty()), (route, sweep) -> {
            for (var name : route.query()) {
                for (var value : List.of(
                        "",
                        "-1",
                        "abc",
                        "1.5",
                        "999999999999999999999",
                        "true",
                        "{",
                        "{}",
                        "{\"limit\":\"a\"}",
                        "null",
                        "s-1_1.1",
                        "s99999999999_1.1",
                        "\n",
                        "x".repeat(3000))) {
                    var encoded = Sweep.encoded(name) + "=" + Sweep.encoded(value);
                    sweep.send(caller(route), sweep.path() + "?" + encoded, "{}")
                            .isWellFormed();
                }
                sweep.send(caller(route), sweep.path() + "?" + name + "=1&" + name + "=x", "{}")
                        .isWellFormed();
                for (var value : List.of("%00", "%FF")) {
                    sweep.send(caller(route), sweep.path() + "?" + name + "=" + value, "{}")
                            .is(400, "M_INVALID_PARAM");
                }
            }
        });
    }
}
