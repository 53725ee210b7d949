package org.hirundo.jpa.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hirundo.jpa.common.SqlTable;

@Entity
@Table(name = "published_room")
class PublishedRoomRow {

    static final SqlTable TABLE = SqlTable.of("published_room", "room_id", "");

    @Id
    @Column(name = "room_id")
    String roomId;

    @SuppressWarnings("NullAway.Init") // Jakarta Persistence fills the fields
    protected PublishedRoomRow() {}
}
