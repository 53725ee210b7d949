package org.hirundo.bootstrap.server;

/** The server could not start; the message says why, for administrators. */
public final class StartFailed extends Exception {

    /** With what was thrown, whose innermost cause says best what happened. */
    public StartFailed(Throwable thrown) {
        super(reason(thrown), thrown);
    }

    private static String reason(Throwable thrown) {
        var innermost = thrown;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        var message = innermost.getMessage();
        return message == null ? innermost.toString() : message;
    }
}
