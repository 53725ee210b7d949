package org.hirundo.mongo.account;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.hirundo.application.port.account.RegistrationToken;
import org.hirundo.application.port.account.RegistrationTokenStore.Use;
import org.hirundo.mongo.common.Fields;

/** A registration token as it is stored, with its pending uses; its identity is the token. */
final class RegistrationTokenDocument {

    static final String COLLECTION = "registration_tokens";
    static final String USES_ALLOWED = "usesAllowed";
    static final String COMPLETED = "completed";
    static final String EXPIRES_AT = "expiresAt";
    static final String PENDING = "pending";
    static final String SESSION = "session";

    private RegistrationTokenDocument() {}

    static Document of(RegistrationToken token) {
        return new Document(Fields.ID, token.token())
                .append(USES_ALLOWED, token.usesAllowed().orElse(null))
                .append(COMPLETED, token.completed())
                .append(EXPIRES_AT, token.expiresAt().map(Date::from).orElse(null))
                .append(PENDING, List.of());
    }

    static Document pending(Use use) {
        return new Document(SESSION, use.session()).append(EXPIRES_AT, Date.from(use.expiresAt()));
    }

    static RegistrationToken token(Document document, Instant now) {
        var pending = document.getList(PENDING, Document.class).stream()
                .filter(use -> use.getDate(EXPIRES_AT).toInstant().isAfter(now))
                .count();
        return new RegistrationToken(
                document.getString(Fields.ID),
                Optional.ofNullable(document.getInteger(USES_ALLOWED)),
                Math.toIntExact(pending),
                document.getInteger(COMPLETED),
                Fields.instant(document, EXPIRES_AT));
    }
}
