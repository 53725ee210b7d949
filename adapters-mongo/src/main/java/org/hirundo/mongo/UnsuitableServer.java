package org.hirundo.mongo;

/** The MongoDB that was named cannot be used; the message says what is to be changed. */
public final class UnsuitableServer extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnsuitableServer(String message) {
        super(message);
    }
}
