package org.hirundo.domain.match;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A glob with wildcards as a machine that reads a text once and never goes back.
 *
 * <p>The glob without its stars is a row of elements, each a character or {@code ?}. State {@code i} means that the first
 * {@code i} elements have matched, so a set of states is a set of bits, and one character of text moves all of them at once.
 * A star keeps its state alive whatever comes. No pattern is slow: the time is the length of the text times the length of
 * the pattern divided by 64.
 */
final class GlobAutomaton {

    private final int elements;
    private final int words;
    private final int[] alphabet;
    private final long[][] accepting;
    private final long[] acceptingOthers;
    private final long[] stars;

    GlobAutomaton(String pattern, boolean questionMarks) {
        var row = pattern.codePoints().filter(c -> c != '*').toArray();
        elements = row.length;
        words = elements / Long.SIZE + 1;
        stars = new long[words];
        acceptingOthers = new long[words];
        alphabet = IntStream.of(row).sorted().distinct().toArray();
        accepting = new long[alphabet.length][words];

        var state = 0;
        for (var codePoint : pattern.codePoints().toArray()) {
            if (codePoint == '*') {
                add(stars, state);
            } else {
                if (questionMarks && codePoint == '?') {
                    add(acceptingOthers, state);
                } else {
                    add(accepting[Arrays.binarySearch(alphabet, codePoint)], state);
                }
                state++;
            }
        }
        for (var states : accepting) {
            for (int word = 0; word < words; word++) {
                states[word] |= acceptingOthers[word];
            }
        }
    }

    /** Whether the whole text matches. */
    boolean matches(String text) {
        var states = new long[words];
        add(states, 0);
        for (int position = 0; position < text.length(); ) {
            position = step(states, text, position);
        }
        return has(states, elements);
    }

    /** Whether a part of the text matches that begins at one of the positions and ends at one of them, maybe the same. */
    boolean matchesBetween(String text, IntPredicate positions) {
        var states = new long[words];
        var position = 0;
        while (true) {
            if (positions.test(position)) {
                add(states, 0);
                if (has(states, elements)) {
                    return true;
                }
            }
            if (position == text.length()) {
                return false;
            }
            position = step(states, text, position);
        }
    }

    /** Reads the character at the position and answers the position behind it. */
    private int step(long[] states, String text, int position) {
        var codePoint = text.codePointAt(position);
        var index = Arrays.binarySearch(alphabet, codePoint);
        var accepts = index < 0 ? acceptingOthers : accepting[index];
        for (int word = words - 1; word >= 0; word--) {
            var moved = (states[word] & accepts[word]) << 1;
            var carried = word == 0 ? 0 : (states[word - 1] & accepts[word - 1]) >>> (Long.SIZE - 1);
            states[word] = moved | carried | (states[word] & stars[word]);
        }
        return position + Character.charCount(codePoint);
    }

    private static void add(long[] states, int state) {
        states[state / Long.SIZE] |= 1L << state;
    }

    private static boolean has(long[] states, int state) {
        return (states[state / Long.SIZE] & (1L << state)) != 0;
    }
}
