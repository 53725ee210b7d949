package org.hirundo.media.thumbnail;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.hirundo.application.port.media.Thumbnailer.Picture;

/** Thumbnails as files: PNG when something is transparent, JPEG otherwise. */
final class PictureEncoder {

    private static final float JPEG_QUALITY = 0.85f;

    private PictureEncoder() {}

    static Picture encode(BufferedImage picture) throws IOException {
        return picture.getColorModel().hasAlpha() ? png(picture) : jpeg(picture);
    }

    private static Picture png(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return new Picture(bytes.toByteArray(), "image/png", picture.getWidth(), picture.getHeight());
    }

    private static Picture jpeg(BufferedImage picture) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(JPEG_QUALITY);
            writer.setOutput(output);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return new Picture(bytes.toByteArray(), "image/jpeg", picture.getWidth(), picture.getHeight());
    }
}
