package org.hirundo.jpa.room;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityResult;
import jakarta.persistence.FieldResult;
import jakarta.persistence.Id;
import jakarta.persistence.SqlResultSetMapping;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hirundo.application.port.room.RoomHead;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.room.RoomVersion;
import org.hirundo.domain.state.Snapshot;
import org.hirundo.jpa.common.StoredJson;
import org.jspecify.annotations.Nullable;

/** The growing end of a room. */
@Entity
@Table(name = "room")
@SqlResultSetMapping(
        name = RoomRow.WITH_SNAPSHOTS,
        entities = {
            @EntityResult(entityClass = RoomRow.class),
            @EntityResult(
                    entityClass = SnapshotRow.class,
                    fields = {
                        @FieldResult(name = "id", column = "snapshot_id"),
                        @FieldResult(name = "ordinal", column = "snapshot_ordinal"),
                        @FieldResult(name = "base", column = "snapshot_base"),
                        @FieldResult(name = "delta", column = "snapshot_delta")
                    })
        })
class RoomRow {

    /** Maps a room that is repeated beside each of the snapshots that make its state. */
    static final String WITH_SNAPSHOTS = "RoomWithSnapshots";

    @Id
    @Column(name = "id")
    private String id = "";

    @Column(name = "room_version")
    private String roomVersion = "";

    @Column(name = "revision")
    private long revision;

    @Column(name = "forward_extremities")
    private byte[] forwardExtremities = {};

    @Column(name = "current_state")
    private @Nullable String currentState;

    @Column(name = "last_position")
    private long lastPosition;

    RoomRow() {}

    RoomRow(GrownRoom room) {
        id = room.commit().room().toString();
        roomVersion = room.commit().version().id();
        revision = room.revision();
        forwardExtremities = room.forwardExtremities();
        currentState = room.currentState();
        lastPosition = room.last().value();
    }

    RoomId room() {
        return new RoomId(id);
    }

    Optional<EventId> currentState() {
        return Optional.ofNullable(currentState).map(EventId::new);
    }

    RoomHead head(List<Snapshot> state) {
        var extremities = StoredJson.strings(forwardExtremities).stream()
                .map(EventId::new)
                .collect(Collectors.toSet());
        return new RoomHead(room(), RoomVersion.of(roomVersion).orElseThrow(), revision, extremities, state);
    }
}
