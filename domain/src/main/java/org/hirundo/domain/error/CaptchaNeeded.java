package org.hirundo.domain.error;

/** A captcha has to be solved first. */
public final class CaptchaNeeded extends MatrixException {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. */
    public CaptchaNeeded(String message) {
        super(message);
    }
}
