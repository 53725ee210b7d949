package org.hirundo.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page on which people solve a captcha. */
class CaptchaPageTest {

    @RegisterExtension
    static final RunningServer server = RunningServer.with(
            Map.of("captcha.site-key", "\"<key>", "captcha.secret", "secret", "captcha.service", "hcaptcha"));

    private static String page() {
        var session = server.client()
                .post("/_matrix/client/v3/register", "{}")
                .json()
                .string("session")
                .orElseThrow();
        return "/_matrix/client/v3/auth/m.login.recaptcha/fallback/web?session=" + session;
    }

    @Test
    void a_captcha_loads_from_its_service_alone() {
        var answer = server.client().get(page());

        assertThat(answer.html())
                .contains(
                        "class=\"h-captcha\" data-sitekey=\"&quot;&lt;key&gt;\"",
                        "src=\"https://js.hcaptcha.com/1/api.js\"");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("frame-src https://hcaptcha.com https://*.hcaptcha.com");
    }

    @Test
    void a_captcha_that_was_not_solved_can_be_tried_again() {
        assertThat(server.client().post(page(), "h-captcha-response=").html())
                .contains("The captcha has to be solved", "h-captcha");
    }
}
