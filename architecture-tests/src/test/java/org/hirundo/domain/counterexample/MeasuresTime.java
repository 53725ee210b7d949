package org.hirundo.domain.counterexample;

/** Finds out how fast it is, in a place where that is no matter. */
public final class MeasuresTime {

    long time(Runnable work) {
        var start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }
}
