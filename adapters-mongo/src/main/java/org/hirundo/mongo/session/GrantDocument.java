package org.hirundo.mongo.session;

import java.util.Optional;
import org.bson.Document;
import org.hirundo.application.port.session.AccessGrant;
import org.hirundo.application.port.session.RefreshGrant;
import org.hirundo.application.port.session.TokenHash;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.mongo.common.Fields;

/**
 * An access token, with the refresh token that was given with it, as they are stored; the identity is the hash of the
 * access token. {@code replaces} is the refresh token that was exchanged for this pair, until the pair is first used.
 */
final class GrantDocument {

    static final String COLLECTION = "grants";
    static final String USER = "user";
    static final String DEVICE = "device";
    static final String REFRESH_TOKEN = "refreshToken";
    static final String REPLACES = "replaces";

    private static final String EXPIRES_AT = "expiresAt";
    private static final String REFRESH_EXPIRES_AT = "refreshExpiresAt";

    private GrantDocument() {}

    /** A pair that replaces none, or an access token alone. */
    static Document of(AccessGrant access, Optional<RefreshGrant> refresh) {
        var document = new Document(Fields.ID, access.accessToken().value())
                .append(USER, access.user().toString())
                .append(DEVICE, access.device().toString())
                .append(EXPIRES_AT, access.expiresAt().orElse(null));
        // Left out rather than null: the index on refresh tokens is unique and holds only documents with the field.
        refresh.ifPresent(
                pair -> document.append(REFRESH_TOKEN, pair.refreshToken().value())
                        .append(REFRESH_EXPIRES_AT, pair.expiresAt().orElse(null)));
        return document;
    }

    static AccessGrant access(Document document) {
        return new AccessGrant(
                new TokenHash(document.getString(Fields.ID)),
                UserId.parse(document.getString(USER)),
                new DeviceId(document.getString(DEVICE)),
                Fields.instant(document, EXPIRES_AT));
    }

    static RefreshGrant refresh(Document document) {
        return new RefreshGrant(
                new TokenHash(document.getString(REFRESH_TOKEN)),
                UserId.parse(document.getString(USER)),
                new DeviceId(document.getString(DEVICE)),
                Fields.instant(document, REFRESH_EXPIRES_AT));
    }
}
