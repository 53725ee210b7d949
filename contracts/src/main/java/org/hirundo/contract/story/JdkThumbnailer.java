package org.hirundo.contract.story;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.hirundo.application.port.media.Thumbnailer;

/** Thumbnails that are right in size and in nothing else. */
final class JdkThumbnailer implements Thumbnailer {

    private static final int MAX_PIXELS = 4_000_000;

    @Override
    public Optional<Size> measure(InputStream image) throws IOException {
        return Optional.ofNullable(ImageIO.read(image)).map(read -> new Size(read.getWidth(), read.getHeight()));
    }

    @Override
    public Optional<Picture> scale(InputStream image, int width, int height, boolean crop) throws IOException {
        var size = measure(image).filter(found -> found.width() * found.height() <= MAX_PIXELS);
        return size.isEmpty()
                ? Optional.empty()
                : Optional.of(crop ? picture(width, height) : fit(size.get(), width, height));
    }

    /** What is a GIF is said to move. */
    @Override
    public Optional<Picture> animate(InputStream image, int width, int height, boolean crop) throws IOException {
        return image.read() == 'G' ? Optional.of(picture(width, height, "gif")) : Optional.empty();
    }

    private static Picture fit(Size size, int width, int height) throws IOException {
        var factor = Math.min(1, Math.min((double) width / size.width(), (double) height / size.height()));
        return picture((int) (size.width() * factor), (int) (size.height() * factor));
    }

    private static Picture picture(int width, int height) throws IOException {
        return picture(width, height, "png");
    }

    private static Picture picture(int width, int height, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return new Picture(bytes.toByteArray(), "image/" + format, width, height);
    }
}
