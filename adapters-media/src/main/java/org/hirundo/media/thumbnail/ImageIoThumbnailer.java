package org.hirundo.media.thumbnail;

import java.awt.Dimension;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.hirundo.application.port.media.Thumbnailer;

/**
 * Thumbnails of PNG, JPEG, WebP and GIF, with the JDK's ImageIO and TwelveMonkeys' readers; GIF and PNG may move in them.
 *
 * <p>What a picture is, its bytes tell; the content type that somebody claimed is not believed. Nothing is decoded before its
 * size is known, and only a few pictures at a time, for decoding one can take four bytes of memory for each of its pixels.
 */
public final class ImageIoThumbnailer implements Thumbnailer {

    private static final System.Logger LOG = System.getLogger(ImageIoThumbnailer.class.getName());

    private final long maxPixels;
    private final Semaphore running;

    /**
     * A thumbnailer.
     *
     * @param maxPixels the most pixels a picture may have that is decoded
     * @param atOnce how many pictures may be decoded at the same time
     */
    public ImageIoThumbnailer(long maxPixels, int atOnce) {
        this.maxPixels = maxPixels;
        this.running = new Semaphore(atOnce, true);
    }

    @Override
    public Optional<Size> measure(InputStream image) throws IOException {
        return reading(image, source -> {
            var size = source.orientation().swapped(source.size());
            return Optional.of(new Size(size.width, size.height));
        });
    }

    @Override
    public Optional<Picture> scale(InputStream image, int width, int height, boolean crop) throws IOException {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("A thumbnail cannot be " + width + " by " + height);
        }
        running.acquireUninterruptibly();
        try {
            return reading(image, source -> thumbnail(source, new Dimension(width, height), crop));
        } finally {
            running.release();
        }
    }

    @Override
    public Optional<Picture> animate(InputStream image, int width, int height, boolean crop) throws IOException {
        running.acquireUninterruptibly();
        var noticing = new FailureNoticingStream(image);
        try {
            return Animations.scale(noticing, new Dimension(width, height), crop);
        } catch (UnreadablePicture e) {
            noticing.check();
            LOG.log(System.Logger.Level.DEBUG, "A moving picture is shown still", e);
            return Optional.empty();
        } finally {
            running.release();
        }
    }

    private static <T> Optional<T> reading(InputStream image, Reading<T> reading) throws IOException {
        var noticing = new FailureNoticingStream(image);
        try (var source = new PictureSource(noticing)) {
            return reading.of(source);
        } catch (UnreadablePicture e) {
            noticing.check();
            LOG.log(System.Logger.Level.DEBUG, "A picture cannot be read", e);
            return Optional.empty();
        }
    }

    private interface Reading<T> {
        Optional<T> of(PictureSource source) throws IOException, UnreadablePicture;
    }

    private Optional<Picture> thumbnail(PictureSource source, Dimension box, boolean crop)
            throws IOException, UnreadablePicture {
        var stored = source.size();
        if ((long) stored.width * stored.height > maxPixels) {
            return Optional.empty();
        }
        var orientation = source.orientation();
        var storedBox = orientation.swapped(box);
        var framing = crop ? Framing.crop(stored, storedBox) : Framing.fit(stored, storedBox);
        var scaled = Downscaling.to(framing.size(), source.read(framing));
        return Optional.of(PictureEncoder.encode(orientation.upright(scaled)));
    }
}
