package org.hirundo.jpa.todevice;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.todevice.ToDeviceStore;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Queries;

/** Inboxes, one row for each message. */
public final class JpaToDeviceStore implements ToDeviceStore {

    private static final String RECIPIENTS = "select distinct m.userId, m.deviceId from InboxRow m"
            + " where m.streamPosition > ?1 and m.streamPosition <= ?2";

    private final Database database;

    /** On this database. */
    public JpaToDeviceStore(Database database) {
        this.database = database;
    }

    @Override
    public List<Waiting> inbox(UserId user, DeviceId device, StreamPosition after, StreamPosition upTo, int limit) {
        var owner = user.toString();
        var name = device.toString();
        // Ends with the position of the last message that the limit lets through.
        var sql = """
                select m.* from inbox_message m
                where m.user_id = ?1 and m.device_id = ?2 and m.stream_position > ?3 and m.stream_position <= coalesce((
                    select l.stream_position from inbox_message l
                    where l.user_id = ?4 and l.device_id = ?5 and l.stream_position > ?6 and l.stream_position <= ?7
                    order by l.stream_position, l.ordinal limit 1 offset %d), ?8)
                order by m.stream_position, m.ordinal
                """.formatted(limit - 1);
        var parameters = List.of(owner, name, after.value(), owner, name, after.value(), upTo.value(), upTo.value());
        return database.read(manager -> Queries.rows(manager, sql, InboxRow.class, parameters)).stream()
                .map(InboxRow::waiting)
                .toList();
    }

    @Override
    public Set<Recipient> recipients(StreamPosition after, StreamPosition upTo) {
        var recipients = new HashSet<Recipient>();
        database.read(manager -> Queries.list(manager, RECIPIENTS, Object[].class, after.value(), upTo.value()))
                .forEach(row ->
                        recipients.add(new Recipient(UserId.parse((String) row[0]), new DeviceId((String) row[1]))));
        return recipients;
    }

    @Override
    public void acknowledge(UserId user, DeviceId device, StreamPosition upTo) {
        database.change(transaction -> transaction.change(
                "delete from InboxRow m where m.userId = ?1 and m.deviceId = ?2 and m.streamPosition <= ?3",
                user.toString(),
                device.toString(),
                upTo.value()));
    }
}
