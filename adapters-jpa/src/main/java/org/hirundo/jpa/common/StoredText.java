package org.hirundo.jpa.common;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Text that strangers choose freely, as it is stored. It may hold U+0000, which PostgreSQL cannot; so U+0000 is written as
 * U+0001 {@code a} and U+0001 as U+0001 {@code b}. That keeps the order of texts and leaves all others as they are.
 */
public final class StoredText {

    private StoredText() {}

    /** The text as it is stored. */
    public static String of(String text) {
        return text.indexOf('\u0000') < 0 && text.indexOf('\u0001') < 0
                ? text
                : text.replace("\u0001", "\u0001b").replace("\u0000", "\u0001a");
    }

    /** The text as it is stored, null when there is none. */
    public static @Nullable String of(Optional<String> text) {
        return text.map(StoredText::of).orElse(null);
    }

    /** The text that was stored. */
    public static String read(String stored) {
        return stored.indexOf('\u0001') < 0
                ? stored
                : stored.replace("\u0001a", "\u0000").replace("\u0001b", "\u0001");
    }

    /** The text that was stored, empty when there was none. */
    public static Optional<String> find(@Nullable String stored) {
        return Optional.ofNullable(stored).map(StoredText::read);
    }
}
