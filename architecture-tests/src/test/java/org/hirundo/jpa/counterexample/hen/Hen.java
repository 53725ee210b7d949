package org.hirundo.jpa.counterexample.hen;

import org.hirundo.jpa.counterexample.egg.Egg;

/** Comes from an egg. */
public final class Hen {

    /** Where it came from. */
    public Egg egg() {
        return new Egg();
    }
}
