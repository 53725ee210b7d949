package org.hirundo.application.port.mail;

/** The mail server has not taken a mail. */
public final class MailFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** With what went wrong, and the reason. */
    public MailFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
