package org.hirundo.mongo.uia;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.hirundo.application.port.uia.UiaStore.UiaSession;
import org.hirundo.domain.id.UserId;
import org.hirundo.mongo.common.Fields;
import org.hirundo.mongo.common.Json;

/** A session of user-interactive authentication as it is stored; its identity is the session's id. */
final class UiaSessionDocument {

    static final String COLLECTION = "uia_sessions";
    static final String EXPIRES_AT = "expiresAt";

    private UiaSessionDocument() {}

    static Document of(UiaSession session) {
        return new Document(Fields.ID, session.id())
                .append("operation", session.operation())
                .append("user", session.user().map(UserId::toString).orElse(null))
                .append(
                        "flows",
                        session.flows().stream()
                                .map(flow -> String.join(" ", flow))
                                .toList())
                .append("completed", List.copyOf(session.completed()))
                .append("request", session.request().map(Json::stored).orElse(null))
                .append("details", Json.stored(session.details()))
                .append(EXPIRES_AT, session.expiresAt());
    }

    static UiaSession session(Document document) {
        return new UiaSession(
                document.getString(Fields.ID),
                document.getString("operation"),
                Fields.string(document, "user").map(UserId::parse),
                document.getList("flows", String.class).stream()
                        .map(flow -> List.of(flow.split(" ", -1)))
                        .toList(),
                Set.copyOf(document.getList("completed", String.class)),
                document.get("request") == null ? Optional.empty() : Optional.of(Json.object(document, "request")),
                Json.object(document, "details"),
                document.getDate(EXPIRES_AT).toInstant());
    }
}
