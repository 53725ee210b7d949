package org.hirundo.application.uia;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.config.CaptchaConfig;
import org.hirundo.application.config.CaptchaConfig.Captcha;
import org.hirundo.application.port.uia.CaptchaService;
import org.hirundo.application.port.uia.CaptchaServiceFailure;
import org.hirundo.application.request.Body;
import org.hirundo.domain.error.CaptchaInvalid;
import org.hirundo.domain.error.CaptchaNeeded;
import org.hirundo.domain.json.JsonObject;

/**
 * Whoever registers is no program, or a clever one. Other services than the one that the specification names are asked in the same
 * way; clients that cannot show theirs go to the fallback page.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#google-recaptcha">Google ReCaptcha</a>
 */
@Singleton
final class CaptchaStage implements Stage {

    private static final System.Logger LOG = System.getLogger(CaptchaStage.class.getName());

    private final CaptchaConfig config;
    private final CaptchaService service;

    @Inject
    CaptchaStage(CaptchaConfig config, CaptchaService service) {
        this.config = config;
        this.service = service;
    }

    @Override
    public String type() {
        return Flows.RECAPTCHA;
    }

    @Override
    public JsonObject params() {
        return config.captcha()
                .map(captcha -> JsonObject.of("public_key", captcha.siteKey()))
                .orElse(JsonObject.EMPTY);
    }

    @Override
    public Outcome attempt(Attempt attempt) {
        var response = new Body(attempt.auth()).string("response").filter(text -> !text.isEmpty());
        var captcha = config.captcha();
        if (response.isEmpty() || captcha.isEmpty()) {
            return Outcome.failed(new CaptchaNeeded("The captcha has to be solved"));
        }
        return isSolved(captcha.get(), response.get())
                ? Outcome.DONE
                : Outcome.failed(new CaptchaInvalid("The captcha was not solved"));
    }

    /** Nobody comes in because the service is away. */
    private boolean isSolved(Captcha captcha, String response) {
        try {
            return service.isSolved(captcha.verifyUrl(), captcha.secret(), response);
        } catch (CaptchaServiceFailure failure) {
            LOG.log(System.Logger.Level.WARNING, "Nobody can register: {0}", failure.getMessage());
            return false;
        }
    }
}
