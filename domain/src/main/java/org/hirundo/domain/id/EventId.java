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
        return Grammar.hasSigil(text, '$') ? Optional.of(new EventId(text)) : Optional.empty();
    }

    /** The server in the id, when it has one: in room versions 1 and 2 that which made the event. */
    public Optional<ServerName> server() {
        int colon = value.indexOf(':');
        return colon < 0 ? Optional.empty() : ServerName.find(value.substring(colon + 1));
    }

    @Override
    public String toString() {
        return value;
    }
}
