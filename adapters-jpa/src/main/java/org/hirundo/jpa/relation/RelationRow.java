package org.hirundo.jpa.relation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.relation.Relation;
import org.hirundo.domain.relation.RelationType;
import org.hirundo.jpa.common.StoredText;
import org.jspecify.annotations.Nullable;

/** The relation of an event, with what is asked for when children are looked for. */
@Entity
@Table(name = "relation")
class RelationRow {

    @Id
    @Column(name = "child")
    private String child = "";

    @Column(name = "room")
    private String room = "";

    /** The room once more if the relation is that of a thread. */
    @Column(name = "thread_room")
    private @Nullable String threadRoom;

    @Column(name = "parent")
    private String parent = "";

    @Column(name = "relation_type")
    private String relationType = "";

    @Column(name = "sender")
    private String sender = "";

    @Column(name = "child_type")
    private String childType = "";

    @Column(name = "origin_server_ts")
    private long originServerTs;

    @Column(name = "depth")
    private long depth;

    @Column(name = "stream_position")
    private long streamPosition;

    RelationRow() {}

    RelationRow(Event event, Relation relation, StreamPosition position) {
        child = event.id().value();
        room = event.roomId().toString();
        threadRoom = relation.is(RelationType.THREAD) ? room : null;
        parent = relation.parent().value();
        relationType = StoredText.of(relation.type().value());
        sender = event.sender().toString();
        childType = StoredText.of(event.type().value());
        originServerTs = event.originServerTs();
        depth = event.depth();
        streamPosition = position.value();
    }
}
