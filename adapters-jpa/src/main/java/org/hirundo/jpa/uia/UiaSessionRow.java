package org.hirundo.jpa.uia;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import org.hirundo.application.port.uia.UiaStore.UiaSession;
import org.hirundo.jpa.common.StoredJson;
import org.hirundo.jpa.common.StoredText;

@Entity
@Table(name = "uia_session")
class UiaSessionRow {

    @Id
    @Column(name = "id")
    private String id = "";

    @Column(name = "operation")
    private String operation = "";

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
        operation = StoredText.of(session.operation());
        completed = StoredJson.ofStrings(session.completed());
        request = StoredJson.of(session.request());
        details = StoredJson.of(session.details());
        expiresAt = session.expiresAt().toEpochMilli();
    }

    UiaSession session() {
        return new UiaSession(
                StoredText.read(id),
                StoredText.read(operation),
                Set.copyOf(StoredJson.strings(completed)),
                StoredJson.object(request),
                StoredJson.object(details),
                Instant.ofEpochMilli(expiresAt));
    }
}
