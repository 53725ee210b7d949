package org.hirundo.domain.id;

/** What several kinds of identifiers have in common. */
final class Grammar {

    /** No identifier is longer in UTF-8, sigil and server name included. */
    static final int MAX_BYTES = 255;

    private Grammar() {}

    /** Whether the text can be part of an identifier: not longer than one may be, and without NUL and lone surrogates. */
    static boolean isText(String text) {
        if (text.length() > MAX_BYTES) {
            return false;
        }
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == 0) {
                return false;
            }
            if (!Character.isSurrogate(unit)) {
                bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
            } else if (Character.isSupplementaryCodePoint(text.codePointAt(i))) {
                bytes += 4;
                i++;
            } else {
                return false;
            }
        }
        return bytes <= MAX_BYTES;
    }

    /** Whether the text is an opaque identifier: not empty, and otherwise {@linkplain #isText well-formed}. */
    static boolean isOpaque(String text) {
        return !text.isEmpty() && isText(text);
    }

    /** Whether the text begins with the sigil, has more to it, and is otherwise {@linkplain #isText well-formed}. */
    static boolean hasSigil(String text, char sigil) {
        return text.length() > 1 && text.charAt(0) == sigil && isText(text);
    }

    /** Where the server name begins in {@code sigil localpart : server}, or -1. A local part has no colon. */
    static int serverName(String text, char sigil) {
        int colon = hasSigil(text, sigil) ? text.indexOf(':') : -1;
        return colon < 0 ? -1 : colon + 1;
    }

    /** Whether the character is one of {@code 0-9}. */
    static boolean isDigit(char unit) {
        return unit >= '0' && unit <= '9';
    }

    /** Whether the character is one of {@code A-Z}, {@code a-z} and {@code 0-9}. */
    static boolean isAlphanumeric(char unit) {
        return isDigit(unit) || (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z');
    }
}
