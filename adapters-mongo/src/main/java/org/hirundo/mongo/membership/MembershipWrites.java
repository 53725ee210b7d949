package org.hirundo.mongo.membership;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.HashMap;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.EventId;
import org.hirundo.mongo.common.Fields;
import org.hirundo.mongo.common.Writes;

/** What a commit changes of memberships. */
public final class MembershipWrites {

    private MembershipWrites() {}

    /**
     * The memberships take the place of those before. One whose event came with the commit is current since the position
     * of that event; one whose event was known before is since the last position of the commit.
     */
    public static void put(Writes writes, RoomCommit commit, StreamPosition first) {
        if (commit.memberships().isEmpty()) {
            return;
        }
        var positions = new HashMap<EventId, StreamPosition>();
        var last = first;
        for (var added : commit.events()) {
            last = new StreamPosition(first.value() + positions.size());
            positions.put(added.event().id(), last);
        }
        for (var change : commit.memberships()) {
            var document = MembershipDocument.of(commit.room(), change, positions.getOrDefault(change.event(), last));
            writes.add(
                    MembershipDocument.COLLECTION,
                    new ReplaceOneModel<>(
                            eq(Fields.ID, Fields.id(document)), document, new ReplaceOptions().upsert(true)));
        }
    }
}
