package org.hirundo.contract.story;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hirundo.application.port.media.BlobId;
import org.hirundo.application.port.media.MediaBlobs;
import org.hirundo.domain.crypto.Hashes;
import org.hirundo.domain.error.TooLarge;
import org.jspecify.annotations.Nullable;

/** Blobs in memory. */
final class MemoryBlobs implements MediaBlobs {

    private final InstantSource clock;
    private final Map<BlobId, Kept> blobs = new ConcurrentHashMap<>();

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Kept(byte[] bytes, Instant storedAt) {}

    MemoryBlobs(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Stored store(InputStream bytes, long limit) throws IOException {
        var read = bytes.readAllBytes();
        if (read.length > limit) {
            throw new TooLarge("Too large");
        }
        var id = new BlobId(HexFormat.of().formatHex(Hashes.sha256(read)));
        blobs.put(id, new Kept(read, clock.instant()));
        return new Stored(id, read.length);
    }

    @Override
    public Optional<Opened> open(BlobId id) {
        return Optional.ofNullable(blobs.get(id))
                .map(kept -> new Opened(new ByteArrayInputStream(kept.bytes()), kept.bytes().length));
    }

    @Override
    public void deleteStoredBefore(BlobId id, Instant time) {
        blobs.computeIfPresent(id, (_, kept) -> {
            @Nullable Kept left = kept.storedAt().isBefore(time) ? null : kept;
            return left;
        });
    }

    @Override
    public void forEachStoredBefore(Instant time, int batch, Batch<Set<BlobId>> shown) throws IOException {
        for (var blob : Map.copyOf(blobs).entrySet()) {
            if (blob.getValue().storedAt().isBefore(time)) {
                shown.accept(Set.of(blob.getKey()));
            }
        }
    }
}
