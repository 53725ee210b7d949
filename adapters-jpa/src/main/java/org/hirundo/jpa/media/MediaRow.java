package org.hirundo.jpa.media;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hirundo.application.port.media.BlobId;
import org.hirundo.application.port.media.Media;
import org.hirundo.domain.id.MxcUri;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.StoredText;
import org.hirundo.jpa.common.StoredTime;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "media")
class MediaRow {

    @Id
    @Column(name = "uri")
    private String uri = "";

    @Column(name = "uploader")
    private @Nullable String uploader;

    @Column(name = "blob_id")
    private @Nullable String blobId;

    @Column(name = "content_type")
    private String contentType = "";

    @Column(name = "file_name")
    private @Nullable String fileName;

    @Column(name = "byte_count")
    private long byteCount;

    @Column(name = "created_at")
    private long createdAt;

    @Column(name = "unused_expires_at")
    private @Nullable Long unusedExpiresAt;

    MediaRow() {}

    MediaRow(Media media) {
        uri = media.uri().toString();
        set(media);
    }

    final void set(Media media) {
        uploader = media.uploader().map(UserId::toString).orElse(null);
        blobId = media.blob().map(BlobId::value).orElse(null);
        contentType = StoredText.of(media.contentType());
        fileName = StoredText.of(media.fileName());
        byteCount = media.size();
        createdAt = media.createdAt().toEpochMilli();
        unusedExpiresAt = StoredTime.of(media.unusedExpiresAt());
    }

    boolean isFilled() {
        return blobId != null;
    }

    Optional<BlobId> blob() {
        return Optional.ofNullable(blobId).map(BlobId::new);
    }

    Media media() {
        return new Media(
                MxcUri.parse(uri),
                Optional.ofNullable(uploader).map(UserId::parse),
                blob(),
                StoredText.read(contentType),
                StoredText.find(fileName),
                byteCount,
                Instant.ofEpochMilli(createdAt),
                StoredTime.find(unusedExpiresAt));
    }
}
