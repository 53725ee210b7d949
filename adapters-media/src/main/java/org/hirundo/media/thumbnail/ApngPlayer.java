package org.hirundo.media.thumbnail;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * Plays a PNG that moves. Each of its frames is the data of a PNG of its own, which is put together and decoded as such.
 *
 * @see <a href="https://www.w3.org/TR/png-3/#apng-frame-based-animation">APNG: frame-based animation</a>
 */
final class ApngPlayer {

    /** What tells how pixels are to be understood. */
    private static final Set<String> FOR_ALL_FRAMES = Set.of("PLTE", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT");

    private static final int HEADER_LENGTH = 13;
    private static final int CONTROL_LENGTH = 26;
    private static final int SEQUENCE_NUMBER = 4;
    private static final int MILLISECONDS = 1000;

    private final DataInputStream in;
    private final PixelBudget budget;
    private final Screen screen;
    private final List<PngChunk> forAllFrames = new ArrayList<>();
    private final ByteArrayOutputStream frameData = new ByteArrayOutputStream();
    private byte[] header = {};
    private @Nullable Canvas canvas;
    private @Nullable ByteBuffer control;

    private ApngPlayer(InputStream bytes, PixelBudget budget, Screen screen) {
        this.in = new DataInputStream(bytes);
        this.budget = budget;
        this.screen = screen;
    }

    /**
     * Plays it once.
     *
     * @throws IOException when it is broken, or needs more than the budget
     */
    static void play(InputStream bytes, PixelBudget budget, Screen screen) throws IOException {
        new ApngPlayer(bytes, budget, screen).play();
    }

    private void play() throws IOException {
        if (in.readLong() != PngChunk.SIGNATURE) {
            throw new IIOException("Not a PNG");
        }
        for (var chunk = PngChunk.read(in); !chunk.is("IEND"); chunk = PngChunk.read(in)) {
            take(chunk);
        }
        paint();
    }

    private void take(PngChunk chunk) throws IOException {
        switch (chunk.type()) {
            case "IHDR" -> begin(chunk);
            case "fcTL" -> {
                paint();
                control = checked(chunk, CONTROL_LENGTH).numbers();
            }
            // Without a control before it, this is the picture for those who know no moving ones.
            case "IDAT" -> keep(chunk.data(), 0);
            case "fdAT" -> keep(chunk.data(), SEQUENCE_NUMBER);
            default -> {
                if (FOR_ALL_FRAMES.contains(chunk.type())) {
                    forAllFrames.add(chunk);
                }
            }
        }
    }

    private void begin(PngChunk chunk) throws IOException {
        header = checked(chunk, HEADER_LENGTH).data();
        var numbers = chunk.numbers();
        var size = new Dimension(numbers.getInt(), numbers.getInt());
        canvas = new Canvas(size, budget, screen);
    }

    private static PngChunk checked(PngChunk chunk, int length) throws IOException {
        if (chunk.data().length != length) {
            throw new IIOException("A part of a PNG is not as long as it must be: " + chunk.type());
        }
        return chunk;
    }

    private void keep(byte[] data, int from) {
        if (control != null && data.length > from) {
            frameData.write(data, from, data.length - from);
        }
    }

    /** Paints the frame that is complete, if there is one. */
    private void paint() throws IOException {
        if (control == null || canvas == null) {
            return;
        }
        var numbers = control.position(SEQUENCE_NUMBER);
        var width = numbers.getInt();
        var height = numbers.getInt();
        var left = numbers.getInt();
        var top = numbers.getInt();
        var delay = Short.toUnsignedInt(numbers.getShort());
        var per = Short.toUnsignedInt(numbers.getShort());
        var disposal = numbers.get();
        var over = numbers.get() == 1;
        budget.spend(width, height);
        canvas.paint(new Canvas.Patch(
                decoded(width, height),
                left,
                top,
                over,
                disposal(disposal),
                delay * MILLISECONDS / (per == 0 ? 100 : per)));
        frameData.reset();
    }

    private static Canvas.Disposal disposal(byte number) {
        return switch (number) {
            case 1 -> Canvas.Disposal.CLEARED;
            case 2 -> Canvas.Disposal.UNDONE;
            default -> Canvas.Disposal.STAYS;
        };
    }

    private BufferedImage decoded(int width, int height) throws IOException {
        var file = new ByteArrayOutputStream();
        var out = new DataOutputStream(file);
        out.writeLong(PngChunk.SIGNATURE);
        var ownHeader = Arrays.copyOf(header, HEADER_LENGTH);
        ByteBuffer.wrap(ownHeader).putInt(width).putInt(height);
        new PngChunk("IHDR", ownHeader).write(out);
        for (var chunk : forAllFrames) {
            chunk.write(out);
        }
        new PngChunk("IDAT", frameData.toByteArray()).write(out);
        new PngChunk("IEND", new byte[0]).write(out);
        var picture = ImageIO.read(new ByteArrayInputStream(file.toByteArray()));
        if (picture == null) {
            throw new IIOException("A frame of a PNG is no picture");
        }
        return picture;
    }
}
