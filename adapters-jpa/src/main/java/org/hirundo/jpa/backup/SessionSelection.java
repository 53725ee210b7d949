package org.hirundo.jpa.backup;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import org.hirundo.domain.id.RoomId;
import org.hirundo.jpa.common.Text;

/** The keys of a backup version, all of them or narrowed down to a room or a session. */
record SessionSelection(BackupRow.Key version, Optional<RoomId> room, Optional<String> session) {

    List<BackupSessionRow> list(EntityManager entities) {
        var query = entities.createQuery("select s from BackupSessionRow s" + condition(), BackupSessionRow.class);
        fill(query);
        return query.getResultList();
    }

    int delete(EntityManager entities) {
        var query = entities.createQuery("delete from BackupSessionRow s" + condition());
        fill(query);
        return query.executeUpdate();
    }

    private String condition() {
        return " where s.userId = :user and s.backupVersion = :version"
                + (room.isPresent() ? " and s.roomId = :room" : "")
                + (session.isPresent() ? " and s.sessionId = :session" : "");
    }

    private void fill(Query query) {
        query.setParameter("user", version.userId());
        query.setParameter("version", version.backupVersion());
        room.ifPresent(id -> query.setParameter("room", Text.stored(id)));
        session.ifPresent(id -> query.setParameter("session", Text.stored(id)));
    }
}
