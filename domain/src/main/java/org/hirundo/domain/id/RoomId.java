package org.hirundo.domain.id;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A room id, {@code !…}. Up to room version 11 it ends with the name of the server that made it; from version 12 on it is the
 * hash of the create event. It is opaque all the same.
 *
 * @see <a href="https://spec.matrix.org/v1.19/appendices/#room-ids">Room ids</a>
 */
public record RoomId(String value) {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /**
     * Reads a room id.
     *
     * @throws MalformedIdentifier when it is none
     */
    public static RoomId parse(String text) {
        return find(text).orElseThrow(() -> new MalformedIdentifier("a room id", text));
    }

    /** Reads a room id, or answers empty when it is none. */
    public static Optional<RoomId> find(String text) {
        int colon = text.indexOf(':');
        boolean wellFormed = Grammar.hasSigil(text, '!')
                && (colon < 0 || ServerName.find(text.substring(colon + 1)).isPresent());
        return wellFormed ? Optional.of(new RoomId(text)) : Optional.empty();
    }

    /** The id of the room that the event creates, for room versions that make it of the create event. */
    public static RoomId ofCreateEvent(EventId create) {
        return new RoomId("!" + create.value().substring(1));
    }

    /** The event that created the room, for room versions that make the id of it. */
    public EventId createEvent() {
        return new EventId("$" + value.substring(1));
    }

    /** A new id of a room that the server makes, for room versions that do not make it of the create event. */
    public static RoomId random(RandomGenerator random, ServerName server) {
        var id = new StringBuilder("!");
        random.ints(18, 0, LETTERS.length()).forEach(index -> id.append(LETTERS.charAt(index)));
        return new RoomId(id.append(':').append(server).toString());
    }

    /** The server in the id, when it has one. */
    public Optional<ServerName> server() {
        int colon = value.indexOf(':');
        return colon < 0 ? Optional.empty() : ServerName.find(value.substring(colon + 1));
    }

    @Override
    public String toString() {
        return value;
    }
}
