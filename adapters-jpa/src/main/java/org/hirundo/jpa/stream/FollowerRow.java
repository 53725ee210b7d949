package org.hirundo.jpa.stream;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.jpa.common.UpsertTable;

@Entity
@Table(name = "follower_cursor")
class FollowerRow {

    static final UpsertTable TABLE = UpsertTable.of("follower_cursor", "stream_position");

    @Id
    @Column(name = "id")
    private String id = "";

    @Column(name = "stream_position")
    private long streamPosition;

    FollowerRow() {}

    StreamPosition position() {
        return new StreamPosition(streamPosition);
    }
}
