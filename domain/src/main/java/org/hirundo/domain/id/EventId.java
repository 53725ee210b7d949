package org.hirundo.domain.id;

import java.util.Optional;

/** The id of an event, {@code $…}: opaque but for room versions 1 and 2, where it ends with a server name. */
public record EventId(String value) {

    /**
     * Reads an event id.
     *
     * @throws MalformedIdentifier when it is none
     */
    public static EventId parse(String text) {
        return find(text).orElseThrow(() -> new MalformedIdentifier("an event id", text));
    }

    /** Reads an event id, or answers empty when it is none. */
    public static Optional<EventId> find(String text) {
        var wellFormed = text.length() > 1 && text.charAt(0) == '$' && Grammar.fits(text) && text.indexOf('\0') < 0;
        return wellFormed ? Optional.of(new EventId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
