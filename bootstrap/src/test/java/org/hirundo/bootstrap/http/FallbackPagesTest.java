package org.hirundo.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pages on which people take stages with a web browser. */
class FallbackPagesTest {

    @RegisterExtension
    static final RunningServer server = RunningServer.with(Map.of(
            "registration.policies",
            "privacy 1.2 en https://example.org/en Privacy & <more>, privacy 1.2 de https://example.org/de Datenschutz",
            "limits.enabled",
            "no"));

    private static String session() {
        return server.client()
                .post("/_matrix/client/v3/register", "{}")
                .json()
                .string("session")
                .orElseThrow();
    }

    private static String page(String prefix, String type, String session) {
        return "/_matrix/client/" + prefix + "/auth/" + type + "/fallback/web?session=" + session;
    }

    @Test
    void policies_are_shown_in_the_language_of_the_browser_and_accepted() {
        var session = session();
        var german = server.client().with("Accept-Language", "fr, de-AT;q=0.9, en;q=0.1");
        assertThat(german.get(page("r0", "m.login.terms", session)).html())
                .contains("<a href=\"https://example.org/de\"", ">Datenschutz</a>")
                .doesNotContain("Privacy", "authDone");
        assertThat(server.client().get(page("v3", "m.login.terms", session)).html())
                .contains(">Privacy &amp; &lt;more&gt;</a>");
        server.client()
                .with("Accept-Language", ";;=")
                .get(page("v3", "m.login.terms", session))
                .html();

        assertThat(server.client()
                        .post(page("v3", "m.login.terms", session), "")
                        .html())
                .contains("window.onAuthDone()", "window.opener.postMessage(\"authDone\", \"*\")");
        var body = "{\"username\":\"dora\",\"password\":\"correct horse\",\"auth\":{\"session\":\"" + session + "\"}}";
        server.client().post("/_matrix/client/v3/register", body).is(200);
        server.client().get(page("v3", "m.login.terms", session)).is(404, "M_NOT_FOUND");
    }

    @Test
    void each_page_has_a_nonce_of_its_own() {
        var session = session();
        var one = server.client().get(page("v3", "m.login.terms", session));
        var other = server.client().get(page("v3", "m.login.terms", session));

        assertThat(one.header("Content-Security-Policy")).isNotEqualTo(other.header("Content-Security-Policy"));
    }

    @Test
    void a_page_is_there_for_a_session_and_its_stages_only() {
        var session = session();
        server.client().get(page("v3", "m.login.terms", "guess")).is(404, "M_NOT_FOUND");
        server.client().get(page("v3", "m.login.terms", "")).is(400, "M_MISSING_PARAM");
        server.client().get(page("v3", "m.login.password", session)).is(403, "M_FORBIDDEN");
        server.client().post(page("v3", "m.login.magic", session), "").is(404, "M_UNRECOGNIZED");
        server.client().post(page("v3", "m.login.terms", session), "a=%zz").is(400, "M_INVALID_PARAM");
        server.client()
                .post(page("v3", "m.login.terms", session), "a".repeat(70_000))
                .is(413, "M_TOO_LARGE");
    }

    @Test
    void the_login_page_hands_the_answer_to_the_application() {
        for (var path :
                new String[] {"/_matrix/static/client/login/", "/_matrix/static/client/login?device_id=TABLET"}) {
            assertThat(server.client().get(path).html())
                    .contains("window.matrixLogin.onLogin(answer)", "\"device_id\"");
        }
    }
}
