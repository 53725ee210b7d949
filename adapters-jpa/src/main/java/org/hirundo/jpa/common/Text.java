package org.hirundo.jpa.common;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Text as columns hold it. JSON strings may have U+0000, which PostgreSQL refuses and other databases take for the end of
 * the text; so U+0000 is written as U+0001 and '0', and U+0001 as U+0001 and '1'. Everything else stays, and the order
 * of texts stays as well: columns are compared by bytes.
 */
public final class Text {

    private static final char MARK = '\u0001';

    private Text() {}

    /** The form that columns hold of a text or of an identifier. */
    public static String stored(Object value) {
        var text = value.toString();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= MARK) {
                return text.replace("\u0001", "\u00011").replace("\0", "\u00010");
            }
        }
        return text;
    }

    /** The form that columns hold of a text or of an identifier that may be missing. */
    public static @Nullable String stored(Optional<?> value) {
        return value.map(present -> stored(present.toString())).orElse(null);
    }

    /** The text that a column holds. */
    public static String read(String stored) {
        return stored.indexOf(MARK) < 0 ? stored : stored.replace("\u00010", "\0").replace("\u00011", "\u0001");
    }

    /** The text that a column holds, if it does. */
    public static Optional<String> find(@Nullable String stored) {
        return Optional.ofNullable(stored).map(Text::read);
    }
}
