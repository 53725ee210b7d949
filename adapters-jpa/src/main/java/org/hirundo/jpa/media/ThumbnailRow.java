package org.hirundo.jpa.media;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hirundo.application.port.media.BlobId;
import org.hirundo.application.port.media.MediaStore.Thumbnail;
import org.hirundo.domain.id.MxcUri;
import org.hirundo.jpa.common.Digest;
import org.hirundo.jpa.common.StoredText;

@Entity
@Table(name = "thumbnail")
class ThumbnailRow {

    @Id
    @Column(name = "id")
    private String id = "";

    @Column(name = "uri")
    private String uri = "";

    @Column(name = "width")
    private int width;

    @Column(name = "height")
    private int height;

    @Column(name = "method")
    private String method = "";

    @Column(name = "animated")
    private boolean animated;

    @Column(name = "content_type")
    private String contentType = "";

    @Column(name = "byte_count")
    private long byteCount;

    @Column(name = "blob_id")
    private String blobId = "";

    ThumbnailRow() {}

    ThumbnailRow(MxcUri medium, Thumbnail thumbnail) {
        id = Digest.of(medium, thumbnail.width(), thumbnail.height(), thumbnail.method(), thumbnail.animated());
        uri = medium.toString();
        width = thumbnail.width();
        height = thumbnail.height();
        method = thumbnail.method();
        animated = thumbnail.animated();
        contentType = StoredText.of(thumbnail.contentType());
        byteCount = thumbnail.size();
        blobId = thumbnail.blob().value();
    }

    BlobId blob() {
        return new BlobId(blobId);
    }

    Thumbnail thumbnail() {
        return new Thumbnail(width, height, method, animated, StoredText.read(contentType), byteCount, blob());
    }
}
