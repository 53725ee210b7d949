package org.hirundo.mongo.stream;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hirundo.application.port.stream.DurableChange;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.port.stream.RoomRevision;
import org.hirundo.domain.id.RoomId;
import org.hirundo.mongo.transaction.TransactionKey;

/**
 * What decides which changes can be committed.
 *
 * @param revisions of the rooms that the changes are about; unknown rooms are absent
 * @param answers of those of the changes' client transactions that are known
 */
record Known(Map<RoomId, RoomRevision> revisions, Map<TransactionKey, String> answers) {

    /**
     * The usual case, in which nothing is left out: every room has the revision that its first commit is based on, and no
     * client transaction is known.
     */
    static Known inTheUsualCase(List<DurableChange> changes) {
        var revisions = new HashMap<RoomId, RoomRevision>();
        for (var change : changes) {
            if (change instanceof RoomCommit commit) {
                revisions.putIfAbsent(commit.room(), commit.basedOn());
            }
        }
        return new Known(revisions, Map.of());
    }
}
