package org.hirundo.application.port.preview;

/** What a link leads to cannot be read. */
public final class UnreadableLink extends Exception {

    private static final long serialVersionUID = 1L;

    /** For a reason. */
    public UnreadableLink(String message) {
        super(message);
    }

    /** For a reason that came from elsewhere. */
    public UnreadableLink(String message, Throwable cause) {
        super(message, cause);
    }
}
