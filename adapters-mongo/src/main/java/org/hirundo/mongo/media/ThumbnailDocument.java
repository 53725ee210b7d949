package org.hirundo.mongo.media;

import org.bson.Document;
import org.hirundo.application.port.media.BlobId;
import org.hirundo.application.port.media.MediaStore.Thumbnail;
import org.hirundo.domain.id.MxcUri;
import org.hirundo.mongo.common.Fields;

/** A thumbnail as it is stored; its identity begins with that of its medium. */
final class ThumbnailDocument {

    static final String COLLECTION = "thumbnails";

    private ThumbnailDocument() {}

    static Document of(MxcUri uri, Thumbnail thumbnail) {
        return new Document(
                        Fields.ID,
                        MediaDocument.id(uri)
                                .append("width", thumbnail.width())
                                .append("height", thumbnail.height())
                                .append("method", thumbnail.method())
                                .append("animated", thumbnail.animated()))
                .append("contentType", thumbnail.contentType())
                .append("size", thumbnail.size())
                .append("blob", thumbnail.blob().value());
    }

    static Thumbnail thumbnail(Document document) {
        var id = Fields.id(document);
        return new Thumbnail(
                id.getInteger("width"),
                id.getInteger("height"),
                id.getString("method"),
                id.getBoolean("animated"),
                document.getString("contentType"),
                document.getLong("size"),
                new BlobId(document.getString("blob")));
    }
}
