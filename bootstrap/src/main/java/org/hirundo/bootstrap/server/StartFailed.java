package org.hirundo.bootstrap.server;

import java.util.Optional;
import org.hirundo.application.port.StorageUnavailable;
import org.hirundo.bootstrap.config.Options;
import org.hirundo.media.s3.S3Failure;

/** The server could not start; the message says why and, as far as it is known, what to change, for administrators. */
public final class StartFailed extends Exception {

    /** With the whole message. */
    StartFailed(String message, Throwable cause) {
        super(message, cause);
    }

    /** With what was thrown, of which a failure that we know says best what happened, else the innermost cause. */
    StartFailed(Throwable thrown) {
        this(known(thrown).orElseGet(() -> innermost(thrown)), thrown);
    }

    private static Optional<String> known(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof StorageUnavailable) {
                return Optional.of(cause.getMessage() + System.lineSeparator()
                        + "Is the database running, and are " + Options.STORAGE_URL.name() + ", "
                        + Options.STORAGE_USER.name() + " and " + Options.STORAGE_PASSWORD.name() + " right?");
            }
            if (cause instanceof S3Failure) {
                return Optional.ofNullable(cause.getMessage());
            }
        }
        return Optional.empty();
    }

    private static String innermost(Throwable thrown) {
        var innermost = thrown;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        var message = innermost.getMessage();
        return message == null ? innermost.toString() : message;
    }
}
