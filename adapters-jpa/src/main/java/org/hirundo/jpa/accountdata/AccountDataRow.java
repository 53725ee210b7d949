package org.hirundo.jpa.accountdata;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Optional;
import org.hirundo.application.port.accountdata.AccountDataStore.Entry;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.RoomId;
import org.hirundo.jpa.common.Json;
import org.hirundo.jpa.common.SqlTable;
import org.hirundo.jpa.common.Text;

@Entity
@Table(name = "account_data")
@IdClass(AccountDataRow.Key.class)
class AccountDataRow {

    static final SqlTable TABLE =
            SqlTable.of("account_data", "user_id, room_id, data_type", "content, stream_position");

    /** The room of global account data. */
    static final String NO_ROOM = "";

    record Key(String userId, String roomId, String dataType) {}

    @Id
    @Column(name = "user_id")
    String userId;

    @Id
    @Column(name = "room_id")
    String roomId;

    @Id
    @Column(name = "data_type")
    String dataType;

    @Column(name = "content")
    byte[] content;

    @Column(name = "stream_position")
    long streamPosition;

    @SuppressWarnings("NullAway.Init") // Jakarta Persistence fills the fields
    protected AccountDataRow() {}

    static String roomId(Optional<RoomId> room) {
        return room.map(Text::stored).orElse(NO_ROOM);
    }

    Entry toEntry() {
        return new Entry(
                roomId.equals(NO_ROOM) ? Optional.empty() : Optional.of(new RoomId(Text.read(roomId))),
                Text.read(dataType),
                Json.object(content),
                new StreamPosition(streamPosition));
    }
}
