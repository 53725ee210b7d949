package org.hirundo.bootstrap.cli;

/** The command line cannot be understood; the message says what to type instead. */
final class Usage extends Exception {

    Usage(String message) {
        super(message);
    }
}
