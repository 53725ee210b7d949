package org.hirundo.jpa.room;

import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.hirundo.application.port.stream.RoomSummary;
import org.hirundo.domain.id.RoomId;
import org.hirundo.jpa.common.Queries;

/** The public faces of rooms for the queries of other features: these select a {@code RoomSummaryRow} and get what it says. */
public final class RoomSummaries {

    private RoomSummaries() {}

    /** The first summaries that a JPQL query finds, in its order. */
    public static SequencedMap<RoomId, RoomSummary> find(
            EntityManager manager, String jpql, int limit, Object... parameters) {
        var found = new LinkedHashMap<RoomId, RoomSummary>();
        Queries.of(manager, jpql, RoomSummaryRow.class, parameters)
                .setMaxResults(limit)
                .getResultList()
                .forEach(row -> found.put(row.room(), row.summary()));
        return found;
    }

    /** The text as the columns hold it that searches look through: what differs in letter case alone is the same. */
    public static String folded(String text) {
        return RoomSummaryRow.folded(text);
    }
}
