package org.hirundo.rest.client.uia;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hirundo.application.config.CaptchaConfig.Service;
import org.hirundo.rest.common.FormFields;

/**
 * How a captcha is put into a page.
 *
 * @param script what shows it
 * @param style the class of the element that it is shown in
 * @param sources where it loads what it needs from
 */
record CaptchaWidget(String script, String style, List<String> sources) {

    static CaptchaWidget of(Service service) {
        return switch (service) {
            case RECAPTCHA ->
                new CaptchaWidget(
                        "https://www.google.com/recaptcha/api.js",
                        "g-recaptcha",
                        List.of(
                                "https://www.google.com/recaptcha/",
                                "https://www.gstatic.com/recaptcha/",
                                "https://recaptcha.google.com/recaptcha/"));
            case HCAPTCHA ->
                new CaptchaWidget(
                        "https://js.hcaptcha.com/1/api.js",
                        "h-captcha",
                        List.of("https://hcaptcha.com", "https://*.hcaptcha.com"));
            case TURNSTILE ->
                new CaptchaWidget(
                        "https://challenges.cloudflare.com/turnstile/v0/api.js",
                        "cf-turnstile",
                        List.of("https://challenges.cloudflare.com"));
        };
    }

    /** What the service's script put into the form when the captcha was solved. */
    static Optional<String> response(FormFields form) {
        return Stream.of("g-recaptcha-response", "h-captcha-response", "cf-turnstile-response")
                .flatMap(field -> form.text(field).stream())
                .findFirst();
    }
}
