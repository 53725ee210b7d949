package org.hirundo.application.counterexample;

/** Tells refusals apart by their numbers. */
public final class UnderstandsNumbers {

    boolean passes(int status) {
        return switch (status) {
            case 429 -> true;
            default -> false;
        };
    }
}
