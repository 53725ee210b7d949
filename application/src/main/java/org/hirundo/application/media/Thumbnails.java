package org.hirundo.application.media;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.hirundo.application.port.media.MediaBlobs;
import org.hirundo.application.port.media.MediaStore;
import org.hirundo.application.port.media.MediaStore.Thumbnail;
import org.hirundo.application.port.media.Thumbnailer;
import org.hirundo.domain.error.TooLarge;
import org.hirundo.domain.media.ContentDisposition;
import org.hirundo.domain.media.ContentType;
import org.hirundo.domain.media.FileName;
import org.hirundo.domain.media.ThumbnailMethod;
import org.hirundo.domain.media.ThumbnailSize;

/** Thumbnails, made when they are first asked for, and kept. */
@Singleton
final class Thumbnails {

    private static final int LOCKS = 64;

    private final MediaLibrary library;
    private final MediaStore store;
    private final MediaBlobs blobs;
    private final Thumbnailer thumbnailer;

    /** So that a picture that many see at once is made small once. */
    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(ReentrantLock[]::new);

    @Inject
    Thumbnails(MediaLibrary library, MediaStore store, MediaBlobs blobs, Thumbnailer thumbnailer) {
        this.library = library;
        this.store = store;
        this.blobs = blobs;
        this.thumbnailer = thumbnailer;
    }

    /** The size of the picture; empty when it is none. */
    Optional<Thumbnailer.Size> measure(MediaLibrary.Present found) throws IOException {
        try (var bytes = library.open(found.blob()).bytes()) {
            return thumbnailer.measure(bytes);
        }
    }

    /**
     * The thumbnail of a picture.
     *
     * @param animated whether it moves if the picture does
     * @throws TooLarge when the picture has too many pixels
     */
    Content get(MediaLibrary.Present found, ThumbnailSize size, boolean animated) throws IOException {
        var lock = locks[Math.floorMod(found.media().uri().hashCode(), LOCKS)];
        lock.lock();
        try {
            var known = find(found, size, animated);
            return content(known.isPresent() ? known.get() : make(found, size, animated));
        } finally {
            lock.unlock();
        }
    }

    private Optional<Thumbnail> find(MediaLibrary.Present found, ThumbnailSize size, boolean animated) {
        return store.thumbnails(found.media().uri()).stream()
                .filter(thumbnail -> thumbnail.width() == size.width()
                        && thumbnail.height() == size.height()
                        && thumbnail.method().equals(size.method().toString())
                        && thumbnail.animated() == animated)
                .findFirst();
    }

    private Thumbnail make(MediaLibrary.Present found, ThumbnailSize size, boolean animated) throws IOException {
        var moving = animated ? animated(found, size) : Optional.<Thumbnailer.Picture>empty();
        var picture = moving.isPresent() ? moving.get() : still(found, size);
        var stored = blobs.store(new ByteArrayInputStream(picture.bytes()), Long.MAX_VALUE);
        var made = new Thumbnail(
                size.width(),
                size.height(),
                size.method().toString(),
                animated,
                picture.contentType(),
                stored.size(),
                stored.id());
        store.addThumbnail(found.media().uri(), made);
        return made;
    }

    private Optional<Thumbnailer.Picture> animated(MediaLibrary.Present found, ThumbnailSize size) throws IOException {
        try (var bytes = library.open(found.blob()).bytes()) {
            return thumbnailer.animate(bytes, size.width(), size.height(), size.method() == ThumbnailMethod.CROP);
        }
    }

    private Thumbnailer.Picture still(MediaLibrary.Present found, ThumbnailSize size) throws IOException {
        try (var bytes = library.open(found.blob()).bytes()) {
            return thumbnailer
                    .scale(bytes, size.width(), size.height(), size.method() == ThumbnailMethod.CROP)
                    .orElseThrow(() -> new TooLarge("The picture is too large to make a thumbnail of it"));
        }
    }

    private Content content(Thumbnail thumbnail) throws IOException {
        var opened = library.open(thumbnail.blob());
        var name = "thumbnail." + ending(thumbnail.contentType());
        return new Content(
                new ContentType(thumbnail.contentType()),
                new ContentDisposition(true, Optional.of(new FileName(name))),
                opened.size(),
                opened.bytes());
    }

    private static String ending(String contentType) {
        return switch (contentType) {
            case "image/gif" -> "gif";
            case "image/png", "image/apng" -> "png";
            default -> "jpg";
        };
    }
}
