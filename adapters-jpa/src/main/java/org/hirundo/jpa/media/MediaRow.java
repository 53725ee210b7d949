package org.hirundo.jpa.media;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hirundo.application.port.media.BlobId;
import org.hirundo.application.port.media.Media;
import org.hirundo.domain.id.MxcUri;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.SqlTable;
import org.hirundo.jpa.common.Text;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "media")
@IdClass(MediaRow.Key.class)
class MediaRow {

    static final SqlTable TABLE = SqlTable.of(
            "media",
            "server_name, media_id",
            "uploader, blob_id, content_type, file_name, size_bytes, created_at, unused_expires_at");

    record Key(String serverName, String mediaId) {}

    @Id
    @Column(name = "server_name")
    String serverName;

    @Id
    @Column(name = "media_id")
    String mediaId;

    @Column(name = "uploader")
    @Nullable String uploader;

    @Column(name = "blob_id")
    @Nullable String blobId;

    @Column(name = "content_type")
    String contentType;

    @Column(name = "file_name")
    @Nullable String fileName;

    @Column(name = "size_bytes")
    long sizeBytes;

    @Column(name = "created_at")
    long createdAt;

    @Column(name = "unused_expires_at")
    @Nullable Long unusedExpiresAt;

    @SuppressWarnings("NullAway.Init") // Jakarta Persistence fills the fields
    protected MediaRow() {}

    static Key key(MxcUri uri) {
        return new Key(Text.stored(uri.server()), Text.stored(uri.mediaId()));
    }

    static @Nullable Object[] values(Media media) {
        var key = key(media.uri());
        return new @Nullable Object[] {
            key.serverName(),
            key.mediaId(),
            Text.stored(media.uploader()),
            media.blob().map(BlobId::value).orElse(null),
            Text.stored(media.contentType()),
            Text.stored(media.fileName()),
            media.size(),
            media.createdAt().toEpochMilli(),
            media.unusedExpiresAt().map(Instant::toEpochMilli).orElse(null)
        };
    }

    /** Takes everything over but the name. */
    void fill(Media media) {
        uploader = Text.stored(media.uploader());
        blobId = media.blob().map(BlobId::value).orElse(null);
        contentType = Text.stored(media.contentType());
        fileName = Text.stored(media.fileName());
        sizeBytes = media.size();
        createdAt = media.createdAt().toEpochMilli();
        unusedExpiresAt = media.unusedExpiresAt().map(Instant::toEpochMilli).orElse(null);
    }

    Media toMedia() {
        return new Media(
                new MxcUri(new ServerName(Text.read(serverName)), Text.read(mediaId)),
                Text.find(uploader).map(UserId::parse),
                Optional.ofNullable(blobId).map(BlobId::new),
                Text.read(contentType),
                Text.find(fileName),
                sizeBytes,
                Instant.ofEpochMilli(createdAt),
                Optional.ofNullable(unusedExpiresAt).map(Instant::ofEpochMilli));
    }
}
