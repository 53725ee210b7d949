package org.hirundo.jpa.counterexample.egg;

import org.hirundo.jpa.counterexample.hen.Hen;

/** Comes from a hen. */
public final class Egg {

    /** Who laid it. */
    public Hen hen() {
        return new Hen();
    }
}
