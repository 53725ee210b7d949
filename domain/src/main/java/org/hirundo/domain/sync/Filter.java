package org.hirundo.domain.sync;

import java.util.List;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.match.PropertyPath;

/**
 * What a client wants of {@code /sync}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3useruseridfilter">Filter</a>
 */
public final class Filter {

    /** Everything, in the format for clients. */
    public static final Filter ALL = parse(JsonObject.EMPTY);

    /** In which format a client wants events. */
    public enum Format {
        /** As the client-server API describes them. */
        CLIENT,
        /** As they came over federation. */
        FEDERATION
    }

    private final EventFields eventFields;
    private final Format eventFormat;
    private final EventFilter presence;
    private final EventFilter accountData;
    private final RoomFilter room;

    private Filter(RequestReader reader) {
        this.eventFields = EventFields.of(reader.strings("event_fields").orElse(List.of()).stream()
                .map(PropertyPath::parse)
                .toList());
        this.eventFormat = format(reader);
        this.presence = events(reader, "presence");
        this.accountData = events(reader, "account_data");
        this.room = RoomFilter.read(reader.object("room").orElse(new RequestReader(JsonObject.EMPTY, "room")));
    }

    /**
     * Reads a filter.
     *
     * @throws org.hirundo.domain.error.BadJson when a member is of the wrong type or an identifier malformed
     */
    public static Filter parse(JsonObject json) {
        return new Filter(new RequestReader(json, ""));
    }

    private static Format format(RequestReader reader) {
        return switch (reader.string("event_format").orElse("client")) {
            case "client" -> Format.CLIENT;
            case "federation" -> Format.FEDERATION;
            default -> throw reader.bad("event_format", "client or federation");
        };
    }

    private static EventFilter events(RequestReader reader, String name) {
        return reader.object(name).map(EventFilter::read).orElse(EventFilter.ALL);
    }

    /** Which parts of events are wanted. */
    public EventFields eventFields() {
        return eventFields;
    }

    /** In which format events are wanted. */
    public Format eventFormat() {
        return eventFormat;
    }

    /** Which presence events are wanted. */
    public EventFilter presence() {
        return presence;
    }

    /** Which global account data is wanted. */
    public EventFilter accountData() {
        return accountData;
    }

    /** Which rooms are wanted, and what of them. */
    public RoomFilter room() {
        return room;
    }
}
