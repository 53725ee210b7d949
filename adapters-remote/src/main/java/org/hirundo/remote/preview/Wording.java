package org.hirundo.remote.preview;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Texts of pages as previews show them: short, in one line, and Unicode whatever the page holds. */
final class Wording {

    private static final int MAX_TITLE = 200;
    private static final int MAX_SUMMARY = 500;

    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Cntrl}\\u00a0]+");

    private Wording() {}

    /** A text that names something; empty when nothing is left of it. */
    static Optional<String> title(String text) {
        return shortened(text, MAX_TITLE);
    }

    /** A text that describes something; empty when nothing is left of it. */
    static Optional<String> summary(String text) {
        return shortened(text, MAX_SUMMARY);
    }

    private static Optional<String> shortened(String text, int length) {
        var line = BLANK.matcher(wellFormed(text)).replaceAll(" ").strip();
        return Optional.of(line.length() <= length ? line : cut(line, length)).filter(left -> !left.isEmpty());
    }

    /** Ends with a whole word if one ends in the second half, otherwise with a whole character. */
    private static String cut(String line, int length) {
        var space = line.lastIndexOf(' ', length - 1);
        var end = space > length / 2 ? space : length - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** Half a character of two is none, and no JSON. */
    static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
