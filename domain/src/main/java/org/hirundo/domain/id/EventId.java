package org.hirundo.domain.id;

/** The id of an event, {@code $…}: opaque but for room versions 1 and 2, where it ends with a server name. */
public record EventId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
