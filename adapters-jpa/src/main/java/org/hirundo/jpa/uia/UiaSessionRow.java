package org.hirundo.jpa.uia;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.hirundo.application.port.uia.UiaStore.UiaSession;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.jpa.common.Json;
import org.hirundo.jpa.common.SqlTable;
import org.hirundo.jpa.common.Text;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "uia_session")
class UiaSessionRow {

    static final SqlTable TABLE = SqlTable.of(
            "uia_session", "session_id", "operation, completed, request, details, expires_at");

    private static final String STAGES = "stages";

    @Id
    @Column(name = "session_id")
    String sessionId;

    @Column(name = "operation")
    String operation;

    @Column(name = "completed")
    byte[] completed;

    @Column(name = "request")
    byte[] request;

    @Column(name = "details")
    byte[] details;

    @Column(name = "expires_at")
    long expiresAt;

    @SuppressWarnings("NullAway.Init") // Jakarta Persistence fills the fields
    protected UiaSessionRow() {}

    static @Nullable Object[] values(UiaSession session) {
        return new Object[] {
            Text.stored(session.id()),
            Text.stored(session.operation()),
            Json.stored(JsonObject.of(STAGES, JsonArray.ofStrings(session.completed()))),
            Json.stored(session.request()),
            Json.stored(session.details()),
            session.expiresAt().toEpochMilli()
        };
    }

    UiaSession toSession() {
        var stages = Json.object(completed).strings(STAGES).orElse(List.of());
        return new UiaSession(
                Text.read(sessionId),
                Text.read(operation),
                Set.copyOf(stages),
                Json.object(request),
                Json.object(details),
                Instant.ofEpochMilli(expiresAt));
    }
}
