package org.hirundo.contract.story;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hirundo.application.port.media.BlobId;
import org.hirundo.application.port.media.MediaBlobs;
import org.hirundo.domain.crypto.Hashes;
import org.hirundo.domain.error.TooLarge;

/** Blobs in memory. */
final class MemoryBlobs implements MediaBlobs {

    private final Map<BlobId, byte[]> blobs = new ConcurrentHashMap<>();

    @Override
    public Stored store(InputStream bytes, long limit) throws IOException {
        var read = bytes.readAllBytes();
        if (read.length > limit) {
            throw new TooLarge("Too large");
        }
        var id = new BlobId(HexFormat.of().formatHex(Hashes.sha256(read)));
        blobs.put(id, read);
        return new Stored(id, read.length);
    }

    @Override
    public Optional<Opened> open(BlobId id) {
        return Optional.ofNullable(blobs.get(id))
                .map(bytes -> new Opened(new ByteArrayInputStream(bytes), bytes.length));
    }

    @Override
    public void delete(BlobId id) {
        blobs.remove(id);
    }
}
