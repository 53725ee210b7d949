package org.hirundo.jpa.room;

import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.EventId;
import org.hirundo.jpa.common.StoredJson;
import org.jspecify.annotations.Nullable;

/**
 * A room after the commits of one transaction.
 *
 * @param from the revision that the first of them is based on, 0 for a new room
 * @param commit the last of them
 * @param last the last position that the commits took
 */
record GrownRoom(long from, RoomCommit commit, StreamPosition last) {

    /** Meets no row when the room is at another revision. */
    static final String UPDATE = """
            update room set revision = ?, forward_extremities = ?, current_state = ?, last_position = ?
            where id = ? and revision = ?
            """;

    /** The room after its first commit. */
    GrownRoom(RoomCommit commit, StreamPosition last) {
        this(commit.basedOn(), commit, last);
    }

    boolean isNew() {
        return from == 0;
    }

    RoomRow row() {
        return new RoomRow(this);
    }

    long revision() {
        return commit.basedOn() + 1;
    }

    byte[] forwardExtremities() {
        return StoredJson.ofStrings(commit.forwardExtremities());
    }

    @Nullable
    String currentState() {
        return commit.currentState().map(EventId::value).orElse(null);
    }

    /** The parameters of {@link #UPDATE}. */
    @Nullable
    Object[] parameters() {
        return new @Nullable Object[] {
            revision(),
            forwardExtremities(),
            currentState(),
            last.value(),
            commit.room().toString(),
            from
        };
    }
}
