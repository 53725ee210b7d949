package org.hirundo.media.incoming;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.hirundo.application.port.media.BlobId;
import org.hirundo.application.port.media.MediaBlobs.Stored;

/**
 * A folder where bytes arrive, because only when the last one has come is it known what they are called. What a crash left there is
 * deleted at a later start.
 */
public final class Incoming {

    private static final System.Logger LOG = System.getLogger(Incoming.class.getName());

    /** No upload takes this long, so an incoming file this old belongs to nobody. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path folder;

    /**
     * Opens the folder, and makes it if it is not there.
     *
     * @throws IOException when it cannot be made or written to
     */
    public Incoming(Path folder, InstantSource clock) throws IOException {
        this.folder = Files.createDirectories(folder);
        deleteAbandoned(clock);
    }

    private void deleteAbandoned(InstantSource clock) throws IOException {
        var before = clock.instant().minus(ABANDONED);
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    LOG.log(System.Logger.Level.INFO, "Deleting the rest of an upload that never ended: {0}", file);
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** What has arrived: a file that is deleted on closing, unless it was moved away. */
    public record Arrived(Path file, Stored blob) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }

    /**
     * Receives the stream to its end, and forces it to the disk.
     *
     * @param limit how many bytes are allowed
     * @throws org.hirundo.domain.error.TooLarge when there are more
     * @throws IOException when it cannot be read or written
     */
    public Arrived receive(InputStream bytes, long limit) throws IOException {
        var file = Files.createTempFile(folder, "", null);
        try {
            return new Arrived(file, write(bytes, limit, file));
        } catch (IOException | RuntimeException refused) {
            Files.deleteIfExists(file);
            throw refused;
        }
    }

    private static Stored write(InputStream bytes, long limit, Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var measured = new MeasuringStream(Channels.newOutputStream(channel), limit);
            bytes.transferTo(measured);
            channel.force(true);
            return new Stored(new BlobId(measured.sha256()), measured.size());
        }
    }

    /** A place in the folder that nobody else uses. */
    public Path place() {
        return folder.resolve(UUID.randomUUID().toString());
    }
}
