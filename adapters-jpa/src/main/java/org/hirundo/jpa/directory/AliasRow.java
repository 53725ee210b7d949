package org.hirundo.jpa.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hirundo.application.port.directory.DirectoryStore.AliasEntry;
import org.hirundo.domain.id.RoomAlias;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.SqlTable;
import org.hirundo.jpa.common.Text;

@Entity
@Table(name = "room_alias")
class AliasRow {

    static final SqlTable TABLE = SqlTable.of("room_alias", "alias", "room_id, creator");

    @Id
    @Column(name = "alias")
    String alias;

    @Column(name = "room_id")
    String roomId;

    @Column(name = "creator")
    String creator;

    @SuppressWarnings("NullAway.Init") // Jakarta Persistence fills the fields
    protected AliasRow() {}

    AliasEntry toEntry() {
        return new AliasEntry(
                RoomAlias.parse(Text.read(alias)), new RoomId(Text.read(roomId)), UserId.parse(Text.read(creator)));
    }
}
