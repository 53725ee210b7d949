package org.hirundo.application.counterexample;

import jakarta.inject.Singleton;

/** One constructor is for tests, and tests another class than what runs. */
@Singleton
public final class MadeInTwoWays {

    private final boolean real;

    /** The real one. */
    public MadeInTwoWays() {
        this(true);
    }

    MadeInTwoWays(boolean real) {
        this.real = real;
    }

    @Override
    public String toString() {
        return "real " + real;
    }
}
