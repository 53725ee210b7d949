package org.hirundo.domain.match;

import org.jspecify.annotations.Nullable;

/**
 * A glob-style pattern that a whole text must match: {@code *} stands for any number of characters, {@code ?} for exactly
 * one. A character is a Unicode code point.
 *
 * @see <a href="https://spec.matrix.org/v1.19/appendices/#glob-style-matching">Glob-style matching</a>
 */
public final class Glob {

    private final String pattern;
    private final boolean ignoresCase;

    /** The pattern as it is compared, when it has no wildcard. */
    private final String literal;

    private final @Nullable GlobAutomaton automaton;

    private Glob(String pattern, boolean ignoresCase, boolean questionMarks) {
        this.pattern = pattern;
        this.ignoresCase = ignoresCase;
        this.literal = ignoresCase ? CaseFolding.fold(pattern) : pattern;
        this.automaton = hasWildcard(pattern, questionMarks) ? new GlobAutomaton(literal, questionMarks) : null;
    }

    /** A pattern that minds case. */
    public static Glob of(String pattern) {
        return new Glob(pattern, false, true);
    }

    /** A pattern that does not mind case. */
    public static Glob ignoringCase(String pattern) {
        return new Glob(pattern, true, true);
    }

    /** A pattern that minds case and in which only {@code *} is a wildcard, as event types in filters are written. */
    public static Glob ofStars(String pattern) {
        return new Glob(pattern, false, false);
    }

    static boolean hasWildcard(String pattern, boolean questionMarks) {
        return pattern.indexOf('*') >= 0 || (questionMarks && pattern.indexOf('?') >= 0);
    }

    /** Whether the pattern has no wildcard, so that it matches but one text (and that in other case, if case is ignored). */
    public boolean isLiteral() {
        return automaton == null;
    }

    /** Whether the whole text matches. */
    public boolean matches(String text) {
        if (automaton != null) {
            return automaton.matches(ignoresCase ? CaseFolding.fold(text) : text);
        }
        return ignoresCase ? CaseFolding.foldsTo(literal, text) : literal.equals(text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Glob that
                && pattern.equals(that.pattern)
                && ignoresCase == that.ignoresCase
                && isLiteral() == that.isLiteral();
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
