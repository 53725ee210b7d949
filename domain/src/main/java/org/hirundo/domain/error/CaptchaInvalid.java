package org.hirundo.domain.error;

/** The answer to the captcha is not right. */
public final class CaptchaInvalid extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public CaptchaInvalid(String message) {
        super(message);
    }
}
