package org.hirundo.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all resources share, as clients see it: paths in all their spellings, and headers. */
class PathsAndHeadersTest {

    @RegisterExtension
    static final RunningServer server = RunningServer.unlimited();

    private static final String WHOAMI = "/_matrix/client/v3/account/whoami";

    private static Account alice;
    private static String room;

    @BeforeAll
    static void setUp() {
        alice = server.register("alice");
        room = "/_matrix/client/v3/rooms/" + alice.createRoom();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/_matrix/client/r0/account/whoami",
                "/_matrix/client/r0/pushrules/",
                "/_matrix/client/v3/pushrules/",
                "/_matrix/client/v3/pushrules/global/",
                "/_matrix/client/v3/pushrules",
                "/_matrix/media/r0/config",
                "/_matrix/media/v1/config",
                "/_matrix/client/unstable/org.matrix.msc3916/media/config"
            })
    void a_path_by_an_older_name_or_with_another_end(String path) {
        alice.client().get(path).is(200);
    }

    @Test
    @Tag("easily-missed-6")
    void a_path_that_nobody_has() {
        for (var path :
                new String[] {"/", "/_matrix", "/_matrix/client/v3", "/_matrix/client/v99/sync", "/nowhere", "//"}) {
            server.client().get(path).is(404, "M_UNRECOGNIZED");
        }
    }

    @Test
    @Tag("easily-missed-28")
    void a_slash_in_a_state_key_may_be_encoded_or_not() {
        alice.client()
                .put(room + "/state/org.example.state/a%2Fb", "{\"is\":\"there\"}")
                .is(200);
        assertThat(alice.client()
                        .get(room + "/state/org.example.state/a%2Fb")
                        .is(200)
                        .json()
                        .string("is"))
                .contains("there");
        assertThat(alice.client()
                        .get(room + "/state/org.example.state/a/b")
                        .is(200)
                        .json()
                        .string("is"))
                .contains("there");
    }

    @Test
    @Tag("easily-missed-28")
    void an_empty_state_key_may_have_a_slash_before_it() {
        alice.client()
                .put(room + "/state/org.example.empty/", "{\"is\":\"there\"}")
                .is(200);
        alice.client().get(room + "/state/org.example.empty").is(200);
        alice.client().get(room + "/state/org.example.empty/").is(200);
        alice.client()
                .put(room + "/state/org.example.empty", "{\"is\":\"new\"}")
                .is(200);
        assertThat(alice.client().get(room + "/state/org.example.empty/").json().string("is"))
                .contains("new");
    }

    @Test
    void a_semicolon_belongs_to_the_name() {
        alice.client()
                .put(room + "/state/org.example.semicolon/a;b=c", "{\"is\":\"there\"}")
                .is(200);
        alice.client().get(room + "/state/org.example.semicolon/a%3Bb=c").is(200);
        alice.client().get(room + "/state/org.example.semicolon/a").is(404, "M_NOT_FOUND");
    }

    @Test
    @Tag("easily-missed-28")
    void what_is_encoded_twice_is_decoded_once() {
        alice.client().put(room + "/state/org.example.twice/a%252Fb", "{}").is(200);
        alice.client().get(room + "/state/org.example.twice/a%2Fb").is(404, "M_NOT_FOUND");
    }

    @Test
    @Tag("easily-missed-28")
    void a_slash_in_a_transaction_id_or_a_tag() {
        alice.client()
                .put(room + "/send/m.room.message/a%2Fb", "{\"msgtype\":\"m.text\",\"body\":\"hello\"}")
                .is(200);
        var tags = "/_matrix/client/v3/user/" + alice.user() + "/rooms/" + room.substring(room.lastIndexOf('/') + 1)
                + "/tags";
        alice.client().put(tags + "/u.a%2Fb", "{}").is(200);
        assertThat(alice.client().get(tags).json().object("tags").orElseThrow().has("u.a/b"))
                .isTrue();
    }

    @Test
    @Tag("easily-missed-28")
    void a_user_id_in_a_path_or_a_body_may_be_historical() {
        var old = "@Old User/\u00c4:localhost";
        var encoded = "%40Old%20User%2F%C3%84%3Alocalhost";
        server.client().get("/_matrix/client/v3/profile/" + encoded).is(404, "M_NOT_FOUND");
        alice.client().post(room + "/ban", "{\"user_id\":\"" + old + "\"}").is(200);
        assertThat(alice.client()
                        .get(room + "/state/m.room.member/" + encoded)
                        .is(200)
                        .json()
                        .string("membership"))
                .contains("ban");
        alice.client().put(room + "/state/org.example.of/" + encoded, "{}").is(403, "M_FORBIDDEN");
    }

    @Test
    void an_access_token_may_be_in_the_query() {
        var token = alice.client().token().orElseThrow();
        assertThat(server.client()
                        .get(WHOAMI + "?access_token=" + token)
                        .is(200)
                        .json()
                        .string("user_id"))
                .contains(alice.user());
        // The header counts when there are both.
        server.client().as("wrong").get(WHOAMI + "?access_token=" + token).is(401, "M_UNKNOWN_TOKEN");
    }

    @Test
    void the_scheme_of_an_access_token_may_be_written_in_any_case() {
        var token = alice.client().token().orElseThrow();
        server.client().with("Authorization", "bearer " + token).get(WHOAMI).is(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/xml",
                "nonsense",
                "multipart/form-data"
            })
    void a_body_is_JSON_whatever_its_content_type_says(String type) {
        var client = type.isEmpty() ? alice.client() : alice.client().with("Content-Type", type);
        client.post("/_matrix/client/v3/user/" + alice.user() + "/filter", "{}").is(200);
        client.post("/_matrix/client/v3/user/" + alice.user() + "/filter", "a=b")
                .is(400, "M_NOT_JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/*", "nonsense", ""})
    void an_answer_is_JSON_whatever_the_client_accepts(String accepted) {
        alice.client().with("Accept", accepted).get(WHOAMI).is(200).json();
        server.client().with("Accept", accepted).get("/nowhere").is(404, "M_UNRECOGNIZED");
    }

    @Test
    void a_head_request_is_answered_like_a_get_request_without_the_body() {
        var answer = server.client().send("HEAD", "/_matrix/client/versions", BodyPublishers.noBody());
        assertThat(answer.is(200).header("Content-Type")).startsWith("application/json");
        assertThat(answer.body()).isEmpty();
        server.client().get("/_matrix/client/versions").is(200);
    }

    @Test
    void a_large_answer_is_compressed_for_those_who_take_that() {
        var plain = alice.client().get(room + "/state").is(200);
        var compressed = alice.client().with("Accept-Encoding", "gzip").get(room + "/state");
        assertThat(compressed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(compressed.body().length).isLessThan(plain.body().length);
        assertThat(plain.header("Vary")).isEqualTo("Accept-Encoding");
    }

    @Test
    @Tag("easily-missed-6")
    void a_preflight_request_for_any_path_needs_no_token() {
        for (var path : new String[] {WHOAMI, "/nowhere", "/_matrix/media/v3/upload"}) {
            var answer = server.client()
                    .send("OPTIONS", path, BodyPublishers.noBody())
                    .is(204);
            assertThat(answer.header("Access-Control-Max-Age")).isNotEmpty();
        }
    }
}
