package org.hirundo.jpa.backup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.jpa.common.Chunks;
import org.hirundo.jpa.common.Json;
import org.hirundo.jpa.common.Text;
import org.hirundo.jpa.common.Transaction;
import org.jspecify.annotations.Nullable;

/** Puts keys into a backup version that is locked. */
final class SessionPut {

    private final Transaction transaction;
    private final BackupRow version;
    private final BinaryOperator<JsonObject> better;
    private final List<@Nullable Object[]> changed = new ArrayList<>();

    SessionPut(Transaction transaction, BackupRow version, BinaryOperator<JsonObject> better) {
        this.transaction = transaction;
        this.version = version;
        this.better = better;
    }

    void put(Map<RoomId, Map<String, JsonObject>> sessions) {
        sessions.forEach((room, inRoom) -> {
            var known = known(room, inRoom.keySet());
            inRoom.forEach((session, fresh) -> put(room, session, known.get(session), fresh));
        });
        if (!changed.isEmpty()) {
            transaction.upsert(BackupSessionRow.TABLE, changed);
            version.etag++;
        }
    }

    private void put(RoomId room, String session, @Nullable JsonObject old, JsonObject fresh) {
        var kept = old == null ? fresh : better.apply(old, fresh);
        if (old == null) {
            version.keyCount++;
        }
        if (!kept.equals(old)) {
            changed.add(new Object[] {
                version.userId, version.backupVersion, Text.stored(room), Text.stored(session), Json.stored(kept)
            });
        }
    }

    private Map<String, JsonObject> known(RoomId room, Set<String> sessions) {
        var known = new HashMap<String, JsonObject>();
        Chunks.eachStored(sessions, chunk -> transaction
                .entities()
                .createQuery(
                        """
                        select s from BackupSessionRow s where s.userId = :user and s.backupVersion = :version
                        and s.roomId = :room and s.sessionId in :sessions""",
                        BackupSessionRow.class)
                .setParameter("user", version.userId)
                .setParameter("version", version.backupVersion)
                .setParameter("room", Text.stored(room))
                .setParameter("sessions", chunk)
                .getResultList()
                .forEach(row -> known.put(Text.read(row.sessionId), Json.object(row.sessionData))));
        return known;
    }
}
