package org.hirundo.domain.id;

import java.nio.charset.StandardCharsets;

/** What several kinds of identifiers have in common. */
final class Grammar {

    /** No identifier is longer, sigil and server name included. */
    static final int MAX_BYTES = 255;

    private Grammar() {}

    /** Whether the text is not longer than an identifier may be, in UTF-8. */
    static boolean fits(String text) {
        // Every character takes one byte at least and three at most.
        return text.length() <= MAX_BYTES
                && (text.length() * 3 <= MAX_BYTES || text.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES);
    }

    /** Where the server name begins in {@code sigil localpart : server}, or -1. A local part has no colon. */
    static int serverName(String text, char sigil) {
        if (text.isEmpty() || text.charAt(0) != sigil || !fits(text) || text.indexOf('\0') >= 0) {
            return -1;
        }
        int colon = text.indexOf(':');
        return colon < 0 ? -1 : colon + 1;
    }
}
