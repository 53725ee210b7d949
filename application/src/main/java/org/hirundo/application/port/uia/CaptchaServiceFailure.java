package org.hirundo.application.port.uia;

/** The service did not say whether a captcha was solved. */
public final class CaptchaServiceFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** With what went wrong. */
    public CaptchaServiceFailure(String message) {
        super(message);
    }

    /** With what went wrong, and the reason. */
    public CaptchaServiceFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
