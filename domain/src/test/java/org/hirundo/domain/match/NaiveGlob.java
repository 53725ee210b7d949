package org.hirundo.domain.match;

/** Globs as they are defined, by trying everything. */
final class NaiveGlob {

    private NaiveGlob() {}

    static boolean matches(String pattern, String text) {
        if (pattern.isEmpty()) {
            return text.isEmpty();
        }
        var rest = pattern.substring(1);
        return switch (pattern.charAt(0)) {
            case '*' -> matches(rest, text) || (!text.isEmpty() && matches(pattern, text.substring(1)));
            case '?' -> !text.isEmpty() && matches(rest, text.substring(1));
            default -> !text.isEmpty() && text.charAt(0) == pattern.charAt(0) && matches(rest, text.substring(1));
        };
    }
}
