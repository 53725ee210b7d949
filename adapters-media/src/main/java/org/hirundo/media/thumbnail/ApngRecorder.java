package org.hirundo.media.thumbnail;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Writes what it is shown as a PNG that moves and begins again when it is over. How many frames there are stands before them, so all
 * are kept, compressed, until the last one has come.
 *
 * @see <a href="https://www.w3.org/TR/png-3/#apng-frame-based-animation">APNG: frame-based animation</a>
 */
final class ApngRecorder implements Recorder {

    private static final int MILLISECONDS = 1000;

    private final DataOutputStream out;
    private final List<Encoded> frames = new ArrayList<>();
    private long bytes;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Encoded(byte[] header, byte[] data, int milliseconds) {

        int width() {
            return ByteBuffer.wrap(header).getInt();
        }

        int height() {
            return ByteBuffer.wrap(header).getInt(Integer.BYTES);
        }
    }

    /** Writes there. */
    ApngRecorder(OutputStream out) {
        this.out = new DataOutputStream(out);
    }

    @Override
    public void show(Frame frame) throws IOException {
        var file = new ByteArrayOutputStream();
        ImageIO.write(withAlpha(frame.picture()), "png", file);
        var shown = encoded(file.toByteArray(), frame.milliseconds());
        frames.add(shown);
        bytes += shown.data().length;
    }

    /** All frames are of one kind, which the header tells. */
    private static BufferedImage withAlpha(BufferedImage picture) {
        if (picture.getType() == BufferedImage.TYPE_INT_ARGB) {
            return picture;
        }
        var same = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_ARGB);
        var graphics = same.createGraphics();
        graphics.drawImage(picture, 0, 0, null);
        graphics.dispose();
        return same;
    }

    private static Encoded encoded(byte[] file, int milliseconds) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(file));
        in.readLong();
        var header = new byte[0];
        var data = new ByteArrayOutputStream();
        for (var chunk = PngChunk.read(in); !chunk.is("IEND"); chunk = PngChunk.read(in)) {
            if (chunk.is("IHDR")) {
                header = chunk.data();
            } else if (chunk.is("IDAT")) {
                data.write(chunk.data());
            }
        }
        return new Encoded(header, data.toByteArray(), milliseconds);
    }

    @Override
    public String contentType() {
        return "image/apng";
    }

    @Override
    public long size() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        if (frames.isEmpty()) {
            return;
        }
        out.writeLong(PngChunk.SIGNATURE);
        new PngChunk("IHDR", frames.getFirst().header()).write(out);
        var count = ByteBuffer.allocate(8).putInt(frames.size()).putInt(0);
        new PngChunk("acTL", count.array()).write(out);
        int sequence = 0;
        for (var frame : frames) {
            control(sequence++, frame).write(out);
            if (sequence == 1) {
                new PngChunk("IDAT", frame.data()).write(out);
            } else {
                var numbered = ByteBuffer.allocate(Integer.BYTES + frame.data().length);
                new PngChunk(
                                "fdAT",
                                numbered.putInt(sequence++).put(frame.data()).array())
                        .write(out);
            }
        }
        new PngChunk("IEND", new byte[0]).write(out);
        out.flush();
    }

    /** Each frame is whole: it replaces the one before. */
    private static PngChunk control(int sequence, Encoded frame) {
        var numbers = ByteBuffer.allocate(26)
                .putInt(sequence)
                .putInt(frame.width())
                .putInt(frame.height())
                .putInt(0)
                .putInt(0)
                .putShort((short) Math.clamp(frame.milliseconds(), 0, 65_535))
                .putShort((short) MILLISECONDS)
                .put((byte) 0)
                .put((byte) 0);
        return new PngChunk("fcTL", numbers.array());
    }
}
