package org.hirundo.jpa.event;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.event.TimelineRange;
import org.hirundo.domain.id.RoomId;
import org.hirundo.jpa.common.Batches;
import org.hirundo.jpa.common.Queries;

/** Reads the newest events of many rooms: one query for each limit that was asked for, and clients ask for one. */
final class Timelines {

    private static final int PARAMETERS = 3;

    private Timelines() {}

    static Map<RoomId, List<StoredEvent>> read(EntityManager manager, Map<RoomId, TimelineRange> ranges) {
        var byLimit = ranges.entrySet().stream()
                .collect(Collectors.groupingBy(range -> range.getValue().limit()));
        var found = new HashMap<RoomId, List<StoredEvent>>();
        byLimit.forEach((limit, some) -> {
            for (var row : Batches.ask(some, PARAMETERS, batch -> rows(manager, batch, limit))) {
                found.computeIfAbsent(new RoomId(row.room()), room -> new ArrayList<>())
                        .add(row.event());
            }
        });
        return found;
    }

    private static List<EventRow> rows(EntityManager manager, List<Entry<RoomId, TimelineRange>> ranges, int limit) {
        if (limit < 1) {
            return List.of();
        }
        var parameters = new ArrayList<Object>();
        for (var range : ranges) {
            parameters.add(range.getKey().toString());
            parameters.add(range.getValue().after().value());
            parameters.add(range.getValue().upTo().value());
        }
        // A timeline begins with its limit's event from the end, or with the range where there are fewer.
        var sql = """
                with asked (room, after_position, last_position) as (%s)
                select e.* from asked a join event e
                on e.room = a.room and e.standing = 'ACCEPTED' and e.stream_position <= a.last_position
                and e.stream_position >= coalesce((
                    select f.stream_position from event f
                    where f.room = a.room and f.standing = 'ACCEPTED'
                    and f.stream_position > a.after_position and f.stream_position <= a.last_position
                    order by f.stream_position desc limit 1 offset %d), a.after_position + 1)
                order by e.stream_position
                """.formatted(Queries.values(ranges.size(), PARAMETERS), limit - 1);
        return Queries.rows(manager, sql, EventRow.class, parameters);
    }
}
