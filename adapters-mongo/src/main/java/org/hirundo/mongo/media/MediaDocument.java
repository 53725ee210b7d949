package org.hirundo.mongo.media;

import org.bson.Document;
import org.hirundo.application.port.media.BlobId;
import org.hirundo.application.port.media.Media;
import org.hirundo.domain.id.MxcUri;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.id.UserId;
import org.hirundo.mongo.common.Fields;

/** A medium as it is stored; its identity is server and media id. */
final class MediaDocument {

    static final String COLLECTION = "media";
    static final String BLOB = "blob";
    static final String UPLOADER = "uploader";
    static final String CREATED_AT = "createdAt";
    static final String SIZE = "size";
    static final String UNUSED_EXPIRES_AT = "unusedExpiresAt";
    static final String THUMBNAILS_MADE = "thumbnailsMade";

    private MediaDocument() {}

    static Document id(MxcUri uri) {
        return new Document("server", uri.server().toString()).append("id", uri.mediaId());
    }

    static MxcUri uri(Document document) {
        var id = Fields.id(document);
        return new MxcUri(ServerName.parse(id.getString("server")), id.getString("id"));
    }

    static Document of(Media media) {
        return new Document(Fields.ID, id(media.uri()))
                .append(UPLOADER, media.uploader().map(UserId::toString).orElse(null))
                .append(BLOB, media.blob().map(BlobId::value).orElse(null))
                .append("contentType", media.contentType())
                .append("fileName", media.fileName().orElse(null))
                .append(SIZE, media.size())
                .append(CREATED_AT, media.createdAt())
                .append(UNUSED_EXPIRES_AT, media.unusedExpiresAt().orElse(null));
    }

    static Media media(Document document) {
        return new Media(
                uri(document),
                Fields.string(document, UPLOADER).map(UserId::parse),
                Fields.string(document, BLOB).map(BlobId::new),
                document.getString("contentType"),
                Fields.string(document, "fileName"),
                document.getLong(SIZE),
                document.getDate(CREATED_AT).toInstant(),
                Fields.instant(document, UNUSED_EXPIRES_AT));
    }
}
