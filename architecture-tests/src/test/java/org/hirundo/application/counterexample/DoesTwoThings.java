package org.hirundo.application.counterexample;

import jakarta.inject.Singleton;

/** Two use cases in one. */
@Singleton
public final class DoesTwoThings {

    /** Opens the door. */
    public void open() {}

    /** Closes the door. */
    public void close() {}
}
