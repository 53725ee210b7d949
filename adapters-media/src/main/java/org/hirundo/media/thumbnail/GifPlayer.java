package org.hirundo.media.thumbnail;

import java.awt.Dimension;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.w3c.dom.Element;

/** Plays a GIF: decodes one frame after the other and paints it where it belongs. */
final class GifPlayer {

    private static final int MILLISECONDS = 10;

    private GifPlayer() {}

    /**
     * Plays it once.
     *
     * @throws IOException when it is broken, or needs more than the budget
     */
    static void play(InputStream bytes, PixelBudget budget, Screen screen) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (var input = new MemoryCacheImageInputStream(bytes)) {
            reader.setInput(input, true, false);
            var size = size(reader.getStreamMetadata());
            var canvas = new Canvas(size, budget, screen);
            for (int number = 0; hasFrame(reader, number); number++) {
                budget.spend(reader.getWidth(number), reader.getHeight(number));
                canvas.paint(patch(reader, number));
            }
        } finally {
            reader.dispose();
        }
    }

    private static boolean hasFrame(ImageReader reader, int number) throws IOException {
        try {
            reader.getWidth(number);
            return true;
        } catch (IndexOutOfBoundsException end) {
            return false;
        }
    }

    private static Dimension size(IIOMetadata metadata) {
        var screen = element(metadata, "javax_imageio_gif_stream_1.0", "LogicalScreenDescriptor")
                .orElseThrow();
        return new Dimension(number(screen, "logicalScreenWidth"), number(screen, "logicalScreenHeight"));
    }

    private static Canvas.Patch patch(ImageReader reader, int number) throws IOException {
        var metadata = reader.getImageMetadata(number);
        var place = element(metadata, "javax_imageio_gif_image_1.0", "ImageDescriptor")
                .orElseThrow();
        var control = element(metadata, "javax_imageio_gif_image_1.0", "GraphicControlExtension");
        return new Canvas.Patch(
                reader.read(number),
                number(place, "imageLeftPosition"),
                number(place, "imageTopPosition"),
                true,
                control.map(GifPlayer::disposal).orElse(Canvas.Disposal.STAYS),
                control.map(element -> number(element, "delayTime") * MILLISECONDS)
                        .orElse(0));
    }

    private static Canvas.Disposal disposal(Element control) {
        return switch (control.getAttribute("disposalMethod")) {
            case "restoreToBackgroundColor" -> Canvas.Disposal.CLEARED;
            case "restoreToPrevious" -> Canvas.Disposal.UNDONE;
            default -> Canvas.Disposal.STAYS;
        };
    }

    private static Optional<Element> element(IIOMetadata metadata, String format, String name) {
        var found = ((Element) metadata.getAsTree(format)).getElementsByTagName(name);
        return Optional.ofNullable((Element) found.item(0));
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }
}
