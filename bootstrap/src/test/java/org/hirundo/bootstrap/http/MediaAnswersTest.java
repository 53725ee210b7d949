package org.hirundo.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How media are handed to browsers, which must not be made to run what somebody uploaded. */
class MediaAnswersTest {

    @RegisterExtension
    static final RunningServer server = RunningServer.unlimited();

    private static Account alice;

    @BeforeAll
    static void setUp() {
        alice = server.register("alice");
    }

    /** The path of a new medium below that of what is done with it. */
    private static String upload(String type, String bytes) {
        return path(alice.client()
                .with("Content-Type", type)
                .post("/_matrix/media/v3/upload?filename=page", bytes)
                .is(200));
    }

    private static String path(Answer answer) {
        return answer.json().string("content_uri").orElseThrow().substring("mxc://".length());
    }

    @ParameterizedTest
    @CsvSource({
        "text/html, attachment",
        "image/svg+xml, attachment",
        "application/javascript, attachment",
        "application/pdf, attachment",
        "text/plain, inline",
        "image/png, inline",
        "audio/mpeg, inline",
    })
    @Tag("easily-missed-23")
    void what_is_not_safe_to_show_is_saved_and_nothing_runs(String type, String disposition) {
        var answer = alice.client()
                .get("/_matrix/client/v1/media/download/" + upload(type, "<script>"))
                .is(200);

        assertThat(answer.header("Content-Disposition")).startsWith(disposition);
        assertThat(answer.header("Content-Type")).isEqualTo(type);
        assertThat(answer.header("Content-Security-Policy"))
                .startsWith("sandbox;")
                .contains("default-src 'none'")
                .contains("script-src 'none'");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    @Tag("easily-missed-23")
    void what_is_not_there_yet_is_waited_for_as_long_as_the_client_says() {
        var reserved =
                path(alice.client().post("/_matrix/media/v1/create", "{}").is(200));
        var answer = alice.client().get("/_matrix/client/v1/media/download/" + reserved + "?timeout_ms=1");

        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.errcode()).isEqualTo("M_NOT_YET_UPLOADED");
        alice.client()
                .with("Content-Type", "text/plain")
                .put("/_matrix/media/v3/upload/" + reserved, "hello")
                .is(200);
        assertThat(alice.client()
                        .get("/_matrix/client/v1/media/download/" + reserved)
                        .is(200)
                        .body())
                .asString()
                .isEqualTo("hello");
    }

    @Test
    @Tag("easily-missed-23")
    void the_old_paths_know_nothing_new_with_a_token_or_without() {
        var uri = upload("text/plain", "hello");

        for (var client : new Client[] {server.client(), alice.client()}) {
            for (var version : new String[] {"r0", "v1", "v3"}) {
                client.get("/_matrix/media/" + version + "/download/" + uri).is(404, "M_NOT_FOUND");
                client.get("/_matrix/media/" + version + "/thumbnail/" + uri + "?width=32&height=32")
                        .is(404, "M_NOT_FOUND");
            }
        }
        server.client().get("/_matrix/client/v1/media/download/" + uri).is(401, "M_MISSING_TOKEN");
        assertThat(alice.client()
                        .get("/_matrix/client/v1/media/download/" + uri)
                        .is(200)
                        .body())
                .asString()
                .isEqualTo("hello");
    }
}
