package org.hirundo.jpa.accountdata;

import java.util.List;
import java.util.Optional;
import org.hirundo.application.port.accountdata.AccountDataStore;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Json;
import org.hirundo.jpa.common.Text;

/** Account data in the table {@code account_data}. */
public final class JpaAccountDataStore implements AccountDataStore {

    private final Database database;

    /** Account data of the database. */
    public JpaAccountDataStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<JsonObject> find(UserId user, Optional<RoomId> room, String type) {
        var key = new AccountDataRow.Key(Text.stored(user), AccountDataRow.roomId(room), Text.stored(type));
        return database.read(entities -> Optional.ofNullable(entities.find(AccountDataRow.class, key))
                .map(row -> Json.object(row.content)));
    }

    @Override
    public List<Entry> changed(UserId user, StreamPosition after, StreamPosition upTo) {
        return database.read(entities -> entities.createQuery(
                        """
                        select d from AccountDataRow d
                        where d.userId = :user and d.streamPosition > :after and d.streamPosition <= :upTo
                        order by d.streamPosition""",
                        AccountDataRow.class)
                .setParameter("user", Text.stored(user))
                .setParameter("after", after.value())
                .setParameter("upTo", upTo.value())
                .getResultList()
                .stream()
                .map(AccountDataRow::toEntry)
                .toList());
    }
}
