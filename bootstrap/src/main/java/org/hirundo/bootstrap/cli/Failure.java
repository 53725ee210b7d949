package org.hirundo.bootstrap.cli;

/** A command could not do what it is for; the message is for the administrator. */
final class Failure extends Exception {

    Failure(String message) {
        super(message);
    }

    Failure(String message, Throwable cause) {
        super(message, cause);
    }
}
