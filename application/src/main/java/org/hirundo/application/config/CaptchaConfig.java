package org.hirundo.application.config;

import java.net.URI;
import java.util.Optional;

/**
 * What tells people from programs when they register.
 *
 * @param captcha empty, and nothing is asked, by default
 */
public record CaptchaConfig(Optional<Captcha> captcha) {

    /** What holds where nothing is configured. */
    public static final CaptchaConfig DEFAULT = new CaptchaConfig(Optional.empty());

    /** Whose captchas there are. All are asked about answers in the same way. */
    public enum Service {
        /** Google reCAPTCHA 2.0, which the specification names. */
        RECAPTCHA("https://www.google.com/recaptcha/api/siteverify"),
        /** hCaptcha. */
        HCAPTCHA("https://api.hcaptcha.com/siteverify"),
        /** Cloudflare Turnstile. */
        TURNSTILE("https://challenges.cloudflare.com/turnstile/v0/siteverify");

        private final String verifyUrl;

        Service(String verifyUrl) {
            this.verifyUrl = verifyUrl;
        }

        /** Where the service says whether an answer is right. */
        public URI verifyUrl() {
            return URI.create(verifyUrl);
        }
    }

    /**
     * A captcha.
     *
     * @param siteKey what clients need to show it
     * @param secret what the service knows this server by
     * @param verifyUrl where it is asked about answers
     */
    public record Captcha(Service service, String siteKey, String secret, URI verifyUrl) {

        /** Secrets do not belong into logs. */
        @Override
        public String toString() {
            return service + " " + siteKey;
        }
    }
}
