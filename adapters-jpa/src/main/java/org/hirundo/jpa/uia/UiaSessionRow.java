package org.hirundo.jpa.uia;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.uia.UiaStore.UiaSession;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.StoredJson;
import org.hirundo.jpa.common.StoredText;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "uia_session")
class UiaSessionRow {

    private static final byte[] NONE = {};

    @Id
    @Column(name = "id")
    private String id = "";

    @Column(name = "operation")
    private String operation = "";

    @Column(name = "user_id")
    private @Nullable String userId;

    @Column(name = "flows")
    private byte[] flows = {};

    @Column(name = "completed")
    private byte[] completed = {};

    @Column(name = "request")
    private byte[] request = {};

    @Column(name = "details")
    private byte[] details = {};

    @Column(name = "expires_at")
    private long expiresAt;

    UiaSessionRow() {}

    UiaSessionRow(UiaSession session) {
        id = StoredText.of(session.id());
        set(session);
    }

    final void set(UiaSession session) {
        operation = StoredText.of(session.operation());
        userId = session.user().map(UserId::toString).orElse(null);
        flows = StoredJson.ofStrings(
                session.flows().stream().map(flow -> String.join(" ", flow)).toList());
        completed = StoredJson.ofStrings(session.completed());
        request = session.request().map(StoredJson::of).orElse(NONE);
        details = StoredJson.of(session.details());
        expiresAt = session.expiresAt().toEpochMilli();
    }

    UiaSession session() {
        return new UiaSession(
                StoredText.read(id),
                StoredText.read(operation),
                Optional.ofNullable(userId).map(UserId::parse),
                StoredJson.strings(flows).stream()
                        .map(flow -> List.of(flow.split(" ", -1)))
                        .toList(),
                Set.copyOf(StoredJson.strings(completed)),
                request.length == 0 ? Optional.empty() : Optional.of(StoredJson.object(request)),
                StoredJson.object(details),
                Instant.ofEpochMilli(expiresAt));
    }
}
