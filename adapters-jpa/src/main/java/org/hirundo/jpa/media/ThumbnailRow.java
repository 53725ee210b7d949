package org.hirundo.jpa.media;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hirundo.application.port.media.BlobId;
import org.hirundo.application.port.media.MediaStore.Thumbnail;
import org.hirundo.domain.id.MxcUri;
import org.hirundo.jpa.common.SqlTable;
import org.hirundo.jpa.common.Text;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "thumbnail")
@IdClass(ThumbnailRow.Key.class)
class ThumbnailRow {

    static final SqlTable TABLE = SqlTable.of(
            "thumbnail",
            "server_name, media_id, width, height, method, animated",
            "content_type, size_bytes, blob_id");

    record Key(String serverName, String mediaId, int width, int height, String method, boolean animated) {}

    @Id
    @Column(name = "server_name")
    String serverName;

    @Id
    @Column(name = "media_id")
    String mediaId;

    @Id
    @Column(name = "width")
    int width;

    @Id
    @Column(name = "height")
    int height;

    @Id
    @Column(name = "method")
    String method;

    @Id
    @Column(name = "animated")
    boolean animated;

    @Column(name = "content_type")
    String contentType;

    @Column(name = "size_bytes")
    long sizeBytes;

    @Column(name = "blob_id")
    String blobId;

    @SuppressWarnings("NullAway.Init") // Jakarta Persistence fills the fields
    protected ThumbnailRow() {}

    static @Nullable Object[] values(MxcUri uri, Thumbnail thumbnail) {
        return new Object[] {
            Text.stored(uri.server()),
            Text.stored(uri.mediaId()),
            thumbnail.width(),
            thumbnail.height(),
            Text.stored(thumbnail.method()),
            thumbnail.animated(),
            Text.stored(thumbnail.contentType()),
            thumbnail.size(),
            thumbnail.blob().value()
        };
    }

    Thumbnail toThumbnail() {
        return new Thumbnail(
                width,
                height,
                Text.read(method),
                animated,
                Text.read(contentType),
                sizeBytes,
                new BlobId(blobId));
    }
}
