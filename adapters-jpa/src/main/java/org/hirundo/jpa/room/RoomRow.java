package org.hirundo.jpa.room;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hirundo.application.port.room.RoomHead;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.room.RoomVersion;
import org.hirundo.domain.state.Snapshot;
import org.hirundo.jpa.common.SqlTable;
import org.hirundo.jpa.common.Text;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "room")
class RoomRow {

    static final SqlTable TABLE = SqlTable.of(
            "room", "room_id", "room_version, revision, forward_extremities, current_state, last_position");

    static final String MOVE = "update room set revision = ?, forward_extremities = ?, current_state = ?,"
            + " last_position = ? where room_id = ? and revision = ?";

    private static final String SEPARATOR = "\0";

    @Id
    @Column(name = "room_id")
    String roomId;

    @Column(name = "room_version")
    String roomVersion;

    @Column(name = "revision")
    long revision;

    /** The ids with U+0000, which none of them has, between them. */
    @Column(name = "forward_extremities")
    byte[] forwardExtremities;

    @Column(name = "current_state")
    @Nullable String currentState;

    /** The position of the room's last event. */
    @Column(name = "last_position")
    long lastPosition;

    @SuppressWarnings("NullAway.Init") // Jakarta Persistence fills the fields
    protected RoomRow() {}

    static byte[] storedExtremities(Collection<EventId> extremities) {
        return extremities.stream()
                .map(EventId::value)
                .collect(Collectors.joining(SEPARATOR))
                .getBytes(StandardCharsets.UTF_8);
    }

    private Set<EventId> extremities() {
        return forwardExtremities.length == 0
                ? Set.of()
                : Arrays.stream(new String(forwardExtremities, StandardCharsets.UTF_8).split(SEPARATOR))
                        .map(EventId::new)
                        .collect(Collectors.toUnmodifiableSet());
    }

    RoomHead toHead(List<Snapshot> state) {
        return new RoomHead(
                new RoomId(Text.read(roomId)),
                RoomVersion.of(roomVersion).orElseThrow(),
                revision,
                extremities(),
                state);
    }
}
