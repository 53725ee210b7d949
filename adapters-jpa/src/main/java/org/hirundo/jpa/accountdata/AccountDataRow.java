package org.hirundo.jpa.accountdata;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.hirundo.application.port.accountdata.AccountDataStore.Entry;
import org.hirundo.application.port.stream.AccountDataChange;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.jpa.common.Digest;
import org.hirundo.jpa.common.StoredJson;
import org.hirundo.jpa.common.StoredText;
import org.hirundo.jpa.common.UpsertTable;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "account_data")
class AccountDataRow {

    static final UpsertTable TABLE =
            UpsertTable.of("account_data", "user_id", "room", "data_type", "content", "stream_position");

    @Id
    @Column(name = "id")
    private String id = "";

    @Column(name = "user_id")
    private String userId = "";

    @Column(name = "room")
    private @Nullable String room;

    @Column(name = "data_type")
    private String dataType = "";

    @Column(name = "content")
    private byte[] content = {};

    @Column(name = "stream_position")
    private long streamPosition;

    AccountDataRow() {}

    static String id(UserId user, Optional<RoomId> room, String type) {
        return Digest.of(user, room.map(RoomId::toString).orElse(""), type);
    }

    static @Nullable Object[] values(AccountDataChange change, StreamPosition position) {
        return new @Nullable Object[] {
            id(change.user(), change.room(), change.type()),
            change.user().toString(),
            change.room().map(RoomId::toString).orElse(null),
            StoredText.of(change.type()),
            StoredJson.of(change.content()),
            position.value()
        };
    }

    JsonObject content() {
        return StoredJson.object(content);
    }

    Entry entry() {
        return new Entry(
                Optional.ofNullable(room).map(RoomId::new),
                StoredText.read(dataType),
                content(),
                new StreamPosition(streamPosition));
    }
}
