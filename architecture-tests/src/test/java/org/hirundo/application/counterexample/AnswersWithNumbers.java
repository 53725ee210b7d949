package org.hirundo.application.counterexample;

/** Gives a refusal its number. */
public final class AnswersWithNumbers {

    int status(boolean known) {
        return known ? 403 : 404;
    }
}
