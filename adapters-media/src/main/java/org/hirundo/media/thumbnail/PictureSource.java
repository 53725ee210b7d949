package org.hirundo.media.thumbnail;

import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A picture as it is stored. Readers of broken pictures fail in many ways; here they all become {@link UnreadablePicture}. */
final class PictureSource implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(PictureSource.class.getName());

    private static final Set<String> KNOWN_FORMATS = Set.of("png", "jpeg", "gif", "webp");
    private static final String JPEG_FORMAT = "jpeg";

    private final ImageInputStream input;
    private final ImageReader reader;
    private final Orientation orientation;

    /**
     * Finds out what the bytes are.
     *
     * @throws UnreadablePicture when they are not of a known format
     */
    PictureSource(InputStream bytes) throws UnreadablePicture {
        input = new MemoryCacheImageInputStream(bytes);
        reader = reading(() -> reader(input));
        orientation = reading(() -> orientation(input, reader.getFormatName()));
        reader.setInput(input, false, true);
    }

    private static ImageReader reader(ImageInputStream input) throws IOException {
        var readers = ImageIO.getImageReaders(input);
        while (readers.hasNext()) {
            var reader = readers.next();
            if (KNOWN_FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                return reader;
            }
        }
        throw new IIOException("Not a picture of a known format");
    }

    /** The size in pixels, as stored. */
    Dimension size() throws UnreadablePicture {
        return reading(() -> {
            var size = new Dimension(reader.getWidth(0), reader.getHeight(0));
            if (size.width < 1 || size.height < 1) {
                throw new IIOException("A picture without pixels");
            }
            return size;
        });
    }

    /** How the stored picture has to be turned to be upright; only that of JPEG is known. */
    Orientation orientation() {
        return orientation;
    }

    /** Read before the reader has the stream, because the reader does not like others to move in it. */
    private static Orientation orientation(ImageInputStream input, String format) throws IOException {
        if (!format.equalsIgnoreCase(JPEG_FORMAT)) {
            return Orientation.UPRIGHT;
        }
        try {
            return exifOrientation(input);
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "A picture is taken as upright because its Exif cannot be read", e);
            return Orientation.UPRIGHT;
        } finally {
            input.seek(0);
        }
    }

    private static Orientation exifOrientation(ImageInputStream input) throws IOException {
        var segments = JPEGSegmentUtil.readSegments(input, JPEG.APP1, "Exif");
        if (segments.isEmpty()) {
            return Orientation.UPRIGHT;
        }
        var data = segments.getFirst().data();
        data.skipNBytes(1); // "Exif" is followed by two NUL bytes, and the data begins with the second
        try (var tiff = new MemoryCacheImageInputStream(data)) {
            var entry = new TIFFReader().read(tiff).getEntryById(TIFF.TAG_ORIENTATION);
            return entry != null && entry.getValue() instanceof Number number
                    ? Orientation.ofExif(number.intValue())
                    : Orientation.UPRIGHT;
        }
    }

    /** The pixels of the framing's region, at least twice as many in each direction as its size asks for if there are. */
    BufferedImage read(Framing framing) throws UnreadablePicture {
        var parameters = reader.getDefaultReadParam();
        var step = framing.subsampling();
        parameters.setSourceRegion(framing.region());
        parameters.setSourceSubsampling(step, step, 0, 0);
        return reading(() -> reader.read(0, parameters));
    }

    private static <T> T reading(Reading<T> reading) throws UnreadablePicture {
        try {
            return reading.read();
        } catch (IOException | RuntimeException e) {
            throw new UnreadablePicture(e);
        }
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        input.close();
    }
}
