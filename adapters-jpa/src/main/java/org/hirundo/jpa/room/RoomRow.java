package org.hirundo.jpa.room;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hirundo.application.port.room.RoomHead;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.port.stream.RoomRevision;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.room.RoomVersion;
import org.hirundo.domain.state.Snapshot;
import org.hirundo.jpa.common.StoredJson;
import org.jspecify.annotations.Nullable;

/** The growing end of a room. */
@Entity
@Table(name = "room")
class RoomRow {

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

    RoomRow(RoomId room, RoomVersion version) {
        id = room.toString();
        roomVersion = version.id();
    }

    RoomId room() {
        return new RoomId(id);
    }

    RoomRevision revision() {
        return new RoomRevision(revision, forwardExtremities());
    }

    private Set<EventId> forwardExtremities() {
        return StoredJson.strings(forwardExtremities).stream().map(EventId::new).collect(Collectors.toSet());
    }

    Optional<EventId> currentState() {
        return Optional.ofNullable(currentState).map(EventId::new);
    }

    /** The room after the commit. */
    void grow(RoomCommit commit, StreamPosition last) {
        revision = commit.result().number();
        forwardExtremities = StoredJson.ofStrings(commit.forwardExtremities());
        currentState = commit.currentState().map(EventId::value).orElse(null);
        lastPosition = last.value();
    }

    RoomHead head(List<Snapshot> state) {
        return new RoomHead(room(), RoomVersion.of(roomVersion).orElseThrow(), revision, forwardExtremities(), state);
    }
}
