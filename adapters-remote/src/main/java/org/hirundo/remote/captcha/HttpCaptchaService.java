package org.hirundo.remote.captcha;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.hirundo.application.port.uia.CaptchaService;
import org.hirundo.application.port.uia.CaptchaServiceFailure;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.domain.json.MalformedJson;
import org.hirundo.remote.http.Answer;
import org.hirundo.remote.http.Call;
import org.hirundo.remote.http.Outbound;

/**
 * Captchas over HTTP, as reCAPTCHA began it and the others took it over: secret and response as a form, and a JSON object with
 * {@code success}. Where the user is, is not told.
 */
public final class HttpCaptchaService implements CaptchaService {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long MAX_ANSWER = 64 * 1024;

    private final Outbound outbound;

    /** Calls through this client. */
    public HttpCaptchaService(Outbound outbound) {
        this.outbound = outbound;
    }

    @Override
    public boolean isSolved(URI verifyUrl, String secret, String response) throws CaptchaServiceFailure {
        var form = "secret=" + encoded(secret) + "&response=" + encoded(response);
        var host = verifyUrl.getHost();
        var answer = send(Call.form(verifyUrl, form).within(PATIENCE).atMost(MAX_ANSWER));
        if (!answer.isSuccess()) {
            throw new CaptchaServiceFailure(host + " answered with the status " + answer.status());
        }
        try {
            return JsonParser.parseObject(answer.body()).bool("success").orElse(false);
        } catch (MalformedJson malformed) {
            throw new CaptchaServiceFailure(host + " answered with something that is not JSON", malformed);
        }
    }

    private Answer send(Call call) throws CaptchaServiceFailure {
        try {
            return outbound.send(call);
        } catch (IOException failure) {
            throw new CaptchaServiceFailure(
                    call.address().getHost() + " does not answer: " + failure.getMessage(), failure);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
