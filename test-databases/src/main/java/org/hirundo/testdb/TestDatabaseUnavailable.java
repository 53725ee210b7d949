package org.hirundo.testdb;

import org.jspecify.annotations.Nullable;

/** A database server that tests need cannot be had here; the message says what to do about it. */
public final class TestDatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TestDatabaseUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
