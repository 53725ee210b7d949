package org.hirundo.domain.match;

import org.jspecify.annotations.Nullable;

/**
 * A glob-style pattern to be found somewhere in a text, between word boundaries and without regard to case, as push rules
 * look at the body of a message.
 *
 * <p>Word characters are {@code A-Z}, {@code a-z}, {@code 0-9} and {@code _}. A place in a text is a word boundary unless
 * there are word characters on both sides of it; so {@code @room} is found in {@code hey@room!}, and {@code room} is not
 * found in {@code roommate}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#conditions-1">Conditions, {@code event_match}</a>
 */
public final class WordGlob {

    private final String pattern;
    private final String folded;
    private final @Nullable GlobAutomaton automaton;

    private WordGlob(String pattern, boolean wildcards) {
        this.pattern = pattern;
        this.folded = CaseFolding.fold(pattern);
        this.automaton = wildcards && Glob.hasWildcard(pattern, true) ? new GlobAutomaton(folded, true) : null;
    }

    /** The pattern, with its wildcards. */
    public static WordGlob of(String pattern) {
        return new WordGlob(pattern, true);
    }

    /** The words as they are; {@code *} and {@code ?} stand for themselves. */
    public static WordGlob ofWords(String words) {
        return new WordGlob(words, false);
    }

    /** Whether the pattern is found in the text. */
    public boolean isIn(FoldedText text) {
        var searched = text.folded();
        if (automaton != null) {
            return automaton.matchesBetween(searched, position -> isBoundary(searched, position));
        }
        for (int start = searched.indexOf(folded); start >= 0; start = searched.indexOf(folded, start + 1)) {
            if (isBoundary(searched, start) && isBoundary(searched, start + folded.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBoundary(String text, int position) {
        return position == 0
                || position == text.length()
                || !isWordCharacter(text.charAt(position - 1))
                || !isWordCharacter(text.charAt(position));
    }

    private static boolean isWordCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || (c >= 'A' && c <= 'Z');
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WordGlob that
                && pattern.equals(that.pattern)
                && (automaton == null) == (that.automaton == null);
    }

    @Override
    public int hashCode() {
        return pattern.hashCode();
    }

    /** The pattern as it was written. */
    @Override
    public String toString() {
        return pattern;
    }
}
