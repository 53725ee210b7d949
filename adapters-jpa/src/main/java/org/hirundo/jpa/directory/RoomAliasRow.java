package org.hirundo.jpa.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hirundo.application.port.directory.DirectoryStore.AliasEntry;
import org.hirundo.domain.id.RoomAlias;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;

@Entity
@Table(name = "room_alias")
class RoomAliasRow {

    @Id
    @Column(name = "alias")
    private String alias = "";

    @Column(name = "room")
    private String room = "";

    @Column(name = "creator")
    private String creator = "";

    RoomAliasRow() {}

    RoomAliasRow(AliasEntry entry) {
        alias = entry.alias().toString();
        room = entry.room().toString();
        creator = entry.creator().toString();
    }

    AliasEntry entry() {
        return new AliasEntry(RoomAlias.parse(alias), new RoomId(room), UserId.parse(creator));
    }
}
