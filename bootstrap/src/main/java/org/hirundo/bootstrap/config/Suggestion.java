package org.hirundo.bootstrap.config;

import java.util.Collection;
import java.util.Comparator;

/** Guesses what somebody meant. */
public final class Suggestion {

    private Suggestion() {}

    /**
     * The complaint, with the known name that is most like what was written.
     *
     * @param otherwise what to say when none is
     */
    public static String of(String written, Collection<String> known, String complaint, String otherwise) {
        return known.stream()
                .min(Comparator.comparingInt((String name) -> distance(written, name))
                        .thenComparing(name -> name))
                .filter(name -> distance(written, name) <= Math.max(3, name.length() / 4))
                .map(name -> complaint + "; did you mean " + name + "?")
                .orElse(complaint + "; " + otherwise);
    }

    /** How many characters have to be added, removed or exchanged (Levenshtein). */
    private static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int exchanged = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchanged, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
