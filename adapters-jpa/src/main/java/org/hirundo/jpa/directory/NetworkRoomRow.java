package org.hirundo.jpa.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hirundo.domain.id.RoomId;

@Entity
@Table(name = "network_room")
@IdClass(NetworkRoomRow.Place.class)
class NetworkRoomRow {

    /** A room in the list of a network. */
    record Place(String network, String room) {}

    @Id
    @Column(name = "network")
    private String network = "";

    @Id
    @Column(name = "room")
    private String room = "";

    NetworkRoomRow() {}

    NetworkRoomRow(String network, RoomId room) {
        this.network = network;
        this.room = room.toString();
    }

    static Place id(String network, RoomId room) {
        return new Place(network, room.toString());
    }
}
