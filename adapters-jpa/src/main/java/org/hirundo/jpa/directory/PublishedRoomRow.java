package org.hirundo.jpa.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hirundo.domain.id.RoomId;

@Entity
@Table(name = "published_room")
class PublishedRoomRow {

    @Id
    @Column(name = "room")
    private String room = "";

    PublishedRoomRow() {}

    PublishedRoomRow(RoomId room) {
        this.room = room.toString();
    }
}
