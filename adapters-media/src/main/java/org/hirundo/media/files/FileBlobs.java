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
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hirundo.application.port.media.BlobId;
import org.hirundo.application.port.media.MediaBlobs;
import org.hirundo.media.incoming.BlobNames;
import org.hirundo.media.incoming.Incoming;

/**
 * Blobs as files, each named by the SHA-256 of its bytes in two levels of folders ({@code ab/cd/abcd…}), so that no folder gets
 * too many of them.
 *
 * <p>When a file was last stored is the time of its last change: bytes that come again are not written again, but their file is
 * given that time. A file that is to be deleted is first taken away from its name; if that time has changed by then, it is put back.
 * So it cannot happen that bytes are deleted that came again meanwhile, from whichever server, and no locks are needed.
 *
 * <p>Bytes arrive in a file of the folder {@code incoming}, are forced to the disk and only then renamed to their place: what
 * has a name is whole, also after a crash. What a crash left in {@code incoming} is deleted at a later start. Several servers
 * may share the folder.
 */
public final class FileBlobs implements MediaBlobs {

    private static final Pattern LEVEL = Pattern.compile("[0-9a-f]{2}");

    private final Path root;
    private final Incoming incoming;
    private final InstantSource clock;

    /**
     * Opens the folder, and makes it if it is not there.
     *
     * @throws IOException when it cannot be made or written to
     */
    public FileBlobs(Path root, InstantSource clock) throws IOException {
        this.root = root;
        this.clock = clock;
        this.incoming = new Incoming(root.resolve("incoming"), clock);
    }

    @Override
    public Stored store(InputStream bytes, long limit) throws IOException {
        try (var arrived = incoming.receive(bytes, limit)) {
            keep(arrived.file(), path(arrived.blob().id()));
            return arrived.blob();
        }
    }

    private void keep(Path file, Path target) throws IOException {
        if (isStoredAgain(target)) {
            return;
        }
        Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        var folder = Objects.requireNonNull(target.getParent());
        Files.createDirectories(folder);
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        force(folder);
        force(Objects.requireNonNull(folder.getParent()));
        force(root);
    }

    private boolean isStoredAgain(Path target) throws IOException {
        try {
            Files.setLastModifiedTime(target, FileTime.from(clock.instant()));
            return true;
        } catch (NoSuchFileException notThere) {
            return false;
        }
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
    public void deleteStoredBefore(BlobId id, Instant time) throws IOException {
        var file = path(id);
        if (!wasStoredBefore(file, time)) {
            return;
        }
        var taken = incoming.place();
        try {
            Files.move(file, taken, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException deletedByAnother) {
            return;
        }
        if (wasStoredBefore(taken, time)) {
            Files.delete(taken);
        } else {
            Files.move(taken, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static boolean wasStoredBefore(Path file, Instant time) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(time);
        } catch (NoSuchFileException notThere) {
            return false;
        }
    }

    @Override
    public void forEachStoredBefore(Instant time, int batch, Batch<Set<BlobId>> shown) throws IOException {
        var found = new HashSet<BlobId>();
        for (var first : folders(root)) {
            for (var second : folders(first)) {
                for (var file : list(second)) {
                    if (BlobNames.isName(name(file)) && wasStoredBefore(file, time)) {
                        found.add(new BlobId(name(file)));
                    }
                    if (found.size() == batch) {
                        shown.accept(Set.copyOf(found));
                        found.clear();
                    }
                }
            }
        }
        if (!found.isEmpty()) {
            shown.accept(Set.copyOf(found));
        }
    }

    private static List<Path> folders(Path folder) throws IOException {
        return list(folder).stream()
                .filter(entry -> LEVEL.matcher(name(entry)).matches())
                .toList();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private Path path(BlobId id) {
        var name = BlobNames.of(id);
        return root.resolve(name.substring(0, 2)).resolve(name.substring(2, 4)).resolve(name);
    }
}
