package org.hirundo.jpa.relation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.Context;
import org.hirundo.application.port.stream.Standing;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.relation.Relation;
import org.hirundo.domain.relation.RelationType;
import org.hirundo.domain.room.RoomVersion;
import org.hirundo.jpa.common.ComputedMigration;
import org.hirundo.jpa.common.StoredText;

/** Fills in the relations of the events that were there before relations were kept. */
public final class RelationsOfOldEvents extends ComputedMigration {

    private static final String EVENTS = """
            select stream_position, id, room_version, body from event
            where standing = ? and stream_position > ? order by stream_position limit %d
            """.formatted(BATCH);

    private static final String INSERT = """
            insert into relation (child, room, thread_room, parent, relation_type, sender, child_type, origin_server_ts,
                depth, stream_position) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** The step. */
    public RelationsOfOldEvents() {
        super("2.1", "relations of old events");
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        try (var insert = connection.prepareStatement(INSERT)) {
            long done = 0;
            for (long last = fill(connection, insert, done); last > done; last = fill(connection, insert, done)) {
                done = last;
            }
        }
    }

    /** Fills in the relations of a batch of events, and tells the position of its last. */
    private static long fill(Connection connection, PreparedStatement insert, long after) throws SQLException {
        long last = after;
        boolean any = false;
        try (var select = connection.prepareStatement(EVENTS)) {
            select.setString(1, Standing.ACCEPTED.name());
            select.setLong(2, after);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    last = rows.getLong(1);
                    var version = RoomVersion.of(rows.getString(3)).orElseThrow();
                    var event = Event.ofStored(new EventId(rows.getString(2)), version, rows.getBytes(4));
                    var relation = Relation.of(event);
                    if (relation.isPresent()) {
                        add(insert, event, relation.get(), last);
                        any = true;
                    }
                }
            }
        }
        if (any) {
            insert.executeBatch();
        }
        return last;
    }

    private static void add(PreparedStatement insert, Event event, Relation relation, long position)
            throws SQLException {
        var room = event.roomId().toString();
        insert.setString(1, event.id().value());
        insert.setString(2, room);
        insert.setString(3, relation.is(RelationType.THREAD) ? room : null);
        insert.setString(4, relation.parent().value());
        insert.setString(5, StoredText.of(relation.type().value()));
        insert.setString(6, event.sender().toString());
        insert.setString(7, StoredText.of(event.type().value()));
        insert.setLong(8, event.originServerTs());
        insert.setLong(9, event.depth());
        insert.setLong(10, position);
        insert.addBatch();
    }
}
