package org.hirundo.jpa.room;

import java.util.Set;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.port.stream.RoomRevision;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.EventId;
import org.hirundo.jpa.common.StoredJson;
import org.jspecify.annotations.Nullable;

/**
 * A room after the commits of one transaction.
 *
 * @param from the revision that the first of them is based on
 * @param commit the last of them
 * @param last the last position that the commits took
 */
record GrownRoom(RoomRevision from, RoomCommit commit, StreamPosition last) {

    /** Meets no row when the room is at another revision. */
    static final String UPDATE = """
            update room set revision = ?, forward_extremities = ?, current_state = ?, last_position = ?
            where id = ? and revision = ? and forward_extremities = ?
            """;

    /** The room after its first commit. */
    GrownRoom(RoomCommit commit, StreamPosition last) {
        this(commit.basedOn(), commit, last);
    }

    boolean isNew() {
        return from.equals(RoomRevision.NONE);
    }

    RoomRow row() {
        return new RoomRow(this);
    }

    long revision() {
        return commit.result().number();
    }

    byte[] forwardExtremities() {
        return stored(commit.forwardExtremities());
    }

    /** Sorted, so that the same events are the same bytes. */
    private static byte[] stored(Set<EventId> extremities) {
        return StoredJson.ofStrings(
                extremities.stream().map(EventId::value).sorted().toList());
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
            from.number(),
            stored(from.forwardExtremities())
        };
    }
}
