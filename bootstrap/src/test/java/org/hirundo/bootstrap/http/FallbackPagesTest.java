package org.hirundo.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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

    @RegisterExtension
    static final RunningServer guarded = RunningServer.with(
            Map.of("captcha.site-key", "\"<key>", "captcha.secret", "secret", "captcha.service", "hcaptcha"));

    private static String session(RunningServer asked) {
        return asked.client()
                .post("/_matrix/client/v3/register", "{}")
                .json()
                .string("session")
                .orElseThrow();
    }

    private static String page(String prefix, String type, String session) {
        return "/_matrix/client/" + prefix + "/auth/" + type + "/fallback/web?session=" + session;
    }

    private static String html(Answer answer) {
        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(answer.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void policies_are_shown_in_the_language_of_the_browser_and_accepted() {
        var session = session(server);
        var german = server.client().with("Accept-Language", "fr, de-AT;q=0.9, en;q=0.1");
        assertThat(html(german.get(page("r0", "m.login.terms", session)).is(200)))
                .contains("<a href=\"https://example.org/de\"", ">Datenschutz</a>")
                .doesNotContain("Privacy", "authDone");
        assertThat(html(server.client()
                        .get(page("v3", "m.login.terms", session))
                        .is(200)))
                .contains(">Privacy &amp; &lt;more&gt;</a>");
        html(server.client()
                .with("Accept-Language", ";;=")
                .get(page("v3", "m.login.terms", session))
                .is(200));

        assertThat(html(server.client()
                        .post(page("v3", "m.login.terms", session), "")
                        .is(200)))
                .contains("window.onAuthDone()", "window.opener.postMessage(\"authDone\", \"*\")");
        var body = "{\"username\":\"dora\",\"password\":\"correct horse\",\"auth\":{\"session\":\"" + session + "\"}}";
        server.client().post("/_matrix/client/v3/register", body).is(200);
        server.client().get(page("v3", "m.login.terms", session)).is(404, "M_NOT_FOUND");
    }

    @Test
    void each_page_has_a_nonce_of_its_own() {
        var session = session(server);
        var one = server.client().get(page("v3", "m.login.terms", session));
        var other = server.client().get(page("v3", "m.login.terms", session));

        assertThat(one.header("Content-Security-Policy")).isNotEqualTo(other.header("Content-Security-Policy"));
    }

    @Test
    void a_captcha_loads_from_its_service_alone() {
        var page = guarded.client()
                .get(page("v3", "m.login.recaptcha", session(guarded)))
                .is(200);

        assertThat(html(page))
                .contains(
                        "class=\"h-captcha\" data-sitekey=\"&quot;&lt;key&gt;\"",
                        "src=\"https://js.hcaptcha.com/1/api.js\"");
        assertThat(page.header("Content-Security-Policy"))
                .contains("frame-src https://hcaptcha.com https://*.hcaptcha.com");
    }

    @Test
    void a_stage_that_fails_can_be_tried_again() {
        var page = page("v3", "m.login.recaptcha", session(guarded));

        assertThat(html(guarded.client().post(page, "h-captcha-response=").is(200)))
                .contains("The captcha has to be solved", "h-captcha");
    }

    @Test
    void a_page_is_there_for_a_session_and_its_stages_only() {
        var session = session(server);
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
            assertThat(html(server.client().get(path).is(200)))
                    .contains("window.matrixLogin.onLogin(answer)", "\"device_id\"");
        }
    }
}
