package org.hirundo.application.port.media;

import java.time.Instant;
import java.util.Optional;
import org.hirundo.domain.id.MxcUri;
import org.hirundo.domain.id.UserId;

/**
 * What is known of a medium.
 *
 * @param uploader empty for media of other servers
 * @param blob where its bytes are; empty while the upload has not come
 * @param size bytes
 * @param unusedExpiresAt when a reserved id that was never uploaded to is given up
 */
public record Media(
        MxcUri uri,
        Optional<UserId> uploader,
        Optional<BlobId> blob,
        String contentType,
        Optional<String> fileName,
        long size,
        Instant createdAt,
        Optional<Instant> unusedExpiresAt) {}
