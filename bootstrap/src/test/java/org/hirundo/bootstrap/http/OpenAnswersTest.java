package org.hirundo.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is answered to everybody, for those who ask are services and testers that have no account. */
class OpenAnswersTest {

    @RegisterExtension
    static final RunningServer server = RunningServer.with(Map.of(
            "server.public-url", "https://matrix.example.org",
            "server.federation-address", "matrix.example.org:443",
            "limits.enabled", "no"));

    @Test
    @Tag("easily-missed-27")
    void a_service_learns_without_a_token_of_its_own_who_a_user_is() {
        var alice = server.register("alice");
        var token = alice.client()
                .post("/_matrix/client/v3/user/" + alice.user() + "/openid/request_token", "{}")
                .is(200)
                .json()
                .string("access_token")
                .orElseThrow();
        var answer = server.client().get("/_matrix/federation/v1/openid/userinfo?access_token=" + token);

        assertThat(answer.is(200).json()).isEqualTo(JsonObject.of("sub", alice.user()));
        server.client()
                .get("/_matrix/federation/v1/openid/userinfo?access_token=other")
                .is(401, "M_UNKNOWN_TOKEN");
        server.client().get("/_matrix/federation/v1/openid/userinfo").is(401, "M_MISSING_TOKEN");
    }

    @Test
    @Tag("easily-missed-27")
    void where_the_server_is_is_told_to_everybody() {
        assertThat(server.client()
                        .get("/.well-known/matrix/client")
                        .is(200)
                        .json()
                        .object("m.homeserver"))
                .contains(JsonObject.of("base_url", "https://matrix.example.org"));
        assertThat(server.client().get("/.well-known/matrix/server").is(200).json())
                .isEqualTo(JsonObject.of("m.server", "matrix.example.org:443"));
        server.client().get("/_matrix/client/versions").is(200);
        server.client().as("wrong").get("/.well-known/matrix/client").is(200);
    }

    @Test
    void what_a_password_must_have_is_told_before_there_is_an_account() {
        assertThat(server.client()
                        .get("/_matrix/client/v3/password_policy")
                        .is(200)
                        .json()
                        .integer("m.minimum_length"))
                .hasValue(8);
    }

    @Test
    void which_accounts_there_are_is_told_to_those_who_have_one() {
        var path = "/_matrix/client/unstable/org.matrix.msc3720/account_status";
        var alice = server.register("alice-of-the-statuses");
        var body = "{\"user_ids\":[\"" + alice.user() + "\",\"@nobody:localhost\",\"@stranger:elsewhere.example\"]}";
        var told = alice.client().post(path, body).is(200).json();

        assertThat(told.object("account_statuses"))
                .contains(JsonObject.builder()
                        .put(
                                alice.user(),
                                JsonObject.builder()
                                        .put("exists", true)
                                        .put("deactivated", false)
                                        .build())
                        .put("@nobody:localhost", JsonObject.of("exists", JsonBoolean.FALSE))
                        .build());
        assertThat(told.array("failures").orElseThrow().strings()).contains(List.of("@stranger:elsewhere.example"));
        server.client().post(path, body).is(401, "M_MISSING_TOKEN");
        alice.client().post(path, "{\"user_ids\":[\"nobody\"]}").is(400, "M_INVALID_PARAM");
    }
}
