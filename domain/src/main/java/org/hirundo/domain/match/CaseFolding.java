package org.hirundo.domain.match;

/**
 * Matching without regard to case, character by character. A folded text has the length of the original, and a character
 * outside ASCII never folds into ASCII: what is a word boundary in a text is one in its folded form.
 */
public final class CaseFolding {

    private static final int ASCII = 128;

    private CaseFolding() {}

    static int fold(int codePoint) {
        if (codePoint < ASCII) {
            return codePoint >= 'A' && codePoint <= 'Z' ? codePoint + ('a' - 'A') : codePoint;
        }
        var folded = Character.toLowerCase(Character.toUpperCase(codePoint));
        return folded < ASCII ? codePoint : folded;
    }

    /** The text without its case. */
    public static String fold(String text) {
        for (int i = 0; i < text.length(); ) {
            var codePoint = text.codePointAt(i);
            if (fold(codePoint) != codePoint) {
                return foldFrom(text, i);
            }
            i += Character.charCount(codePoint);
        }
        return text;
    }

    private static String foldFrom(String text, int start) {
        var folded = new StringBuilder(text.length()).append(text, 0, start);
        for (int i = start; i < text.length(); ) {
            var codePoint = text.codePointAt(i);
            folded.appendCodePoint(fold(codePoint));
            i += Character.charCount(codePoint);
        }
        return folded.toString();
    }

    /** Whether the text folds to {@code folded}. */
    static boolean foldsTo(String folded, String text) {
        if (text.length() != folded.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); ) {
            var codePoint = text.codePointAt(i);
            if (fold(codePoint) != folded.codePointAt(i)) {
                return false;
            }
            i += Character.charCount(codePoint);
        }
        return true;
    }
}
