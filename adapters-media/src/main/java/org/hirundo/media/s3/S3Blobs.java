package org.hirundo.media.s3;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.hirundo.application.port.media.BlobId;
import org.hirundo.application.port.media.MediaBlobs;
import org.hirundo.media.incoming.BlobNames;
import org.hirundo.media.incoming.Incoming;

/**
 * Blobs as objects of a bucket, each named by the SHA-256 of its bytes, which is also what its upload is signed with: the store takes
 * nothing that was changed on the way.
 *
 * <p>Bytes arrive in a folder of this machine, for what they are called is known only at their end. Bytes that are there already are
 * sent again, which makes their object young again: stores know no other way.
 *
 * <p>Looking at an object's age and deleting it are two requests. In between nobody in this process stores it; that other servers
 * store it just then is prevented by nothing but the hours that {@link MediaBlobs} leaves new bytes alone.
 */
public final class S3Blobs implements MediaBlobs, AutoCloseable {

    private static final int LOCKS = 64;

    /** The most that a store tells at once. */
    private static final int MAX_LISTED = 1000;

    private final Bucket bucket;
    private final Incoming incoming;
    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(ReentrantLock[]::new);

    /**
     * Opens the bucket, and looks whether it can be used.
     *
     * @param folder where bytes arrive
     * @throws IOException when it cannot, saying what to change
     */
    public S3Blobs(S3Config config, Path folder, InstantSource clock) throws IOException {
        this.incoming = new Incoming(folder, clock);
        this.bucket = new Bucket(config, clock);
        try {
            bucket.list(Optional.empty(), 1);
        } catch (S3Failure told) {
            bucket.close();
            throw told;
        } catch (IOException unreachable) {
            bucket.close();
            throw S3Failure.unreachable(config, unreachable);
        }
    }

    @Override
    public Stored store(InputStream bytes, long limit) throws IOException {
        try (var arrived = incoming.receive(bytes, limit)) {
            var name = BlobNames.of(arrived.blob().id());
            alone(name, () -> bucket.put(name, arrived.file(), name));
            return arrived.blob();
        }
    }

    @Override
    public Optional<Opened> open(BlobId id) throws IOException {
        return bucket.get(BlobNames.of(id));
    }

    @Override
    public void deleteStoredBefore(BlobId id, Instant time) throws IOException {
        var name = BlobNames.of(id);
        alone(name, () -> {
            if (bucket.storedAt(name).filter(time::isAfter).isPresent()) {
                bucket.delete(name);
            }
        });
    }

    private interface Work {
        void run() throws IOException;
    }

    private void alone(String name, Work work) throws IOException {
        var lock = locks[Math.floorMod(name.hashCode(), LOCKS)];
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void forEachStoredBefore(Instant time, int batch, Batch<Set<BlobId>> shown) throws IOException {
        var token = Optional.<String>empty();
        do {
            var listing = bucket.list(token, Math.min(batch, MAX_LISTED));
            var found = new HashSet<BlobId>();
            listing.storedAt().forEach((name, storedAt) -> {
                if (BlobNames.isName(name) && storedAt.isBefore(time)) {
                    found.add(new BlobId(name));
                }
            });
            if (!found.isEmpty()) {
                shown.accept(Set.copyOf(found));
            }
            token = listing.next();
        } while (token.isPresent());
    }

    @Override
    public void close() {
        bucket.close();
    }
}
