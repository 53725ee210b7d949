package org.hirundo.application.port.uia;

import java.net.URI;

/** Speaks to services that tell people from programs. */
public interface CaptchaService {

    /**
     * Whether somebody solved the captcha.
     *
     * @param verifyUrl where the service says so
     * @param secret what it knows this server by
     * @param response what the browser of whoever solved it got
     * @throws CaptchaServiceFailure when the service does not say
     */
    boolean isSolved(URI verifyUrl, String secret, String response) throws CaptchaServiceFailure;
}
