package org.hirundo.media.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hirundo.application.port.media.BlobId;
import org.hirundo.application.port.media.MediaBlobs;

/**
 * Blobs as files, each named by the SHA-256 of its bytes in two levels of folders ({@code ab/cd/abcd…}), so that no folder gets
 * too many of them.
 *
 * <p>Bytes arrive in a file of the folder {@code incoming}, are forced to the disk and only then renamed to their place: what
 * has a name is whole, also after a crash. What a crash left in {@code incoming} is deleted at a later start. Several servers
 * may share the folder.
 */
public final class FileBlobs implements MediaBlobs {

    private static final System.Logger LOG = System.getLogger(FileBlobs.class.getName());

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

    /** No upload takes this long, so an incoming file this old belongs to nobody. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path root;
    private final Path incoming;

    /**
     * Opens the folder, and makes it if it is not there.
     *
     * @throws IOException when it cannot be made or written to
     */
    public FileBlobs(Path root, InstantSource clock) throws IOException {
        this.root = root;
        this.incoming = Files.createDirectories(root.resolve("incoming"));
        deleteAbandoned(clock);
    }

    private void deleteAbandoned(InstantSource clock) throws IOException {
        var before = clock.instant().minus(ABANDONED);
        try (var files = Files.newDirectoryStream(incoming)) {
            for (var file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    LOG.log(System.Logger.Level.INFO, "Deleting the rest of an upload that never ended: {0}", file);
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    @Override
    public Stored store(InputStream bytes, long limit) throws IOException {
        var file = Files.createTempFile(incoming, "", null);
        try {
            var received = receive(bytes, limit, file);
            keep(file, path(received.id()));
            return received;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Stored receive(InputStream bytes, long limit, Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var measured = new MeasuringStream(Channels.newOutputStream(channel), limit);
            bytes.transferTo(measured);
            channel.force(true);
            return new Stored(new BlobId(measured.sha256()), measured.size());
        }
    }

    private void keep(Path file, Path target) throws IOException {
        if (Files.exists(target)) {
            return;
        }
        var folder = Objects.requireNonNull(target.getParent());
        Files.createDirectories(folder);
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        force(folder);
        force(Objects.requireNonNull(folder.getParent()));
        force(root);
    }

    /** Makes the names in a folder durable. Only POSIX systems let a folder be opened for that; others do it themselves. */
    private static void force(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public Optional<Opened> open(BlobId id) throws IOException {
        try {
            var channel = FileChannel.open(path(id), StandardOpenOption.READ);
            return Optional.of(new Opened(Channels.newInputStream(channel), channel.size()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void delete(BlobId id) throws IOException {
        Files.deleteIfExists(path(id));
    }

    private Path path(BlobId id) {
        var name = id.value();
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not the name of a blob: " + name);
        }
        return root.resolve(name.substring(0, 2)).resolve(name.substring(2, 4)).resolve(name);
    }
}
