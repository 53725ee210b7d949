package org.hirundo.application.directory;

import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.MalformedIdentifier;
import org.hirundo.domain.id.RoomAlias;
import org.hirundo.domain.id.RoomId;

/** A room as a client names it: by its id or by an alias. */
public sealed interface RoomReference {

    /** By its id. */
    record ById(RoomId room) implements RoomReference {}

    /** By an alias. */
    record ByAlias(RoomAlias alias) implements RoomReference {}

    /**
     * Reads a reference.
     *
     * @throws InvalidParam when it is neither a room id nor an alias
     */
    static RoomReference parse(String text) {
        try {
            return text.startsWith("#") ? new ByAlias(RoomAlias.parse(text)) : new ById(RoomId.parse(text));
        } catch (MalformedIdentifier malformed) {
            throw new InvalidParam("Neither a room id nor a room alias: " + text);
        }
    }
}
