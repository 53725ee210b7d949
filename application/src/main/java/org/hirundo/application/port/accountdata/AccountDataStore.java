package org.hirundo.application.port.accountdata;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/** Account data, written with {@link org.hirundo.application.port.stream.AccountDataChange}. */
public interface AccountDataStore {

    /** One piece of account data; {@code room} is empty for a global one. */
    record Entry(Optional<RoomId> room, String type, JsonObject content, StreamPosition position) {}

    /** The account data of the type. */
    Optional<JsonObject> find(UserId user, Optional<RoomId> room, String type);

    /** The account data of the types, by type, in one read; types of which there is none are absent. */
    Map<String, JsonObject> find(UserId user, Optional<RoomId> room, Set<String> types);

    /** All account data of the user that changed after the one and at or before the other position, in order; one read. */
    List<Entry> changed(UserId user, StreamPosition after, StreamPosition upTo);
}
