package org.hirundo.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Rate limits as clients meet them.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#rate-limiting">Rate limiting</a>
 */
class RateLimitTest {

    /** More than registrations of this class ask. */
    private static final int QUESTIONS = 20;

    /** Allowances that take an hour to fill, so that nothing comes back while a test runs. */
    @RegisterExtension
    static final RunningServer server = RunningServer.with(Map.of(
            "limits.profile", "1/h burst 2",
            "limits.registration-query", "1/h burst " + QUESTIONS,
            "limits.failed-login", "1/h burst 2",
            "server.trusted-proxies", "127.0.0.1"));

    @Test
    void a_user_who_does_too_much_is_told_how_long_to_wait() {
        var alice = server.register("alice");
        rename(alice, "one").is(200);
        rename(alice, "two").is(200);
        var refused = rename(alice, "three").is(429, "M_LIMIT_EXCEEDED");
        var seconds = Long.parseLong(refused.header("Retry-After"));
        var milliseconds = refused.json().integer("retry_after_ms").orElseThrow();
        assertThat(milliseconds).isBetween(3_000_000L, 3_600_000L);
        assertThat(seconds).isEqualTo((milliseconds + 999) / 1000);
        assertThat(alice.client()
                        .get("/_matrix/client/v3/profile/" + alice.user())
                        .json()
                        .string("displayname"))
                .contains("two");
    }

    @Test
    void each_user_has_an_allowance_of_their_own() {
        var bob = server.register("bob");
        var carol = server.register("carol");
        rename(bob, "one").is(200);
        rename(bob, "two").is(200);
        rename(bob, "three").is(429);
        rename(carol, "one").is(200);
    }

    @Test
    void another_device_does_not_bring_another_allowance() {
        var dave = server.register("dave");
        rename(dave, "one").is(200);
        rename(dave, "two").is(200);
        rename(server.logIn(dave), "three").is(429, "M_LIMIT_EXCEEDED");
    }

    @Test
    void each_address_has_an_allowance_of_its_own() {
        var here = server.client().with("X-Forwarded-For", "203.0.113.1");
        for (int i = 0; i < QUESTIONS; i++) {
            ask(here).is(200);
        }
        var refused = ask(here).is(429, "M_LIMIT_EXCEEDED");
        assertThat(refused.header("Retry-After")).matches("[1-9]\\d*");
        ask(server.client().with("X-Forwarded-For", "203.0.113.2")).is(200);
    }

    @Test
    void what_a_client_says_about_other_hops_does_not_bring_another_allowance() {
        for (int i = 0; i < QUESTIONS; i++) {
            ask(server.client().with("X-Forwarded-For", "198.51.100." + i + ", 203.0.113.3"))
                    .is(200);
        }
        ask(server.client().with("X-Forwarded-For", "198.51.100.9, 203.0.113.3"))
                .is(429);
    }

    @Test
    void wrong_passwords_are_limited_whoever_tries_them() {
        server.register("erin");
        wrongPassword("203.0.113.11").is(403, "M_FORBIDDEN");
        wrongPassword("203.0.113.12").is(403, "M_FORBIDDEN");
        wrongPassword("203.0.113.13").is(429, "M_LIMIT_EXCEEDED");
    }

    private static Answer rename(Account account, String name) {
        return account.client()
                .put(
                        "/_matrix/client/v3/profile/" + account.user() + "/displayname",
                        "{\"displayname\":\"" + name + "\"}");
    }

    private static Answer ask(Client client) {
        return client.get("/_matrix/client/v3/register/available?username=nobody");
    }

    private static Answer wrongPassword(String from) {
        return server.client().with("X-Forwarded-For", from).post("/_matrix/client/v3/login", """
                        {"type":"m.login.password","identifier":{"type":"m.id.user","user":"erin"},"password":"a guess"}""");
    }
}
