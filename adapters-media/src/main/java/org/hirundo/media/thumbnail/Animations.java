package org.hirundo.media.thumbnail;

import java.awt.Dimension;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.hirundo.application.port.media.Thumbnailer.Picture;

/**
 * Moving pictures made small, frame by frame, so that only one is in memory at a time. GIF stays GIF, and PNG stays PNG. WebP is
 * shown still: there is no writer for it in Java, and its reader does not put frames together.
 */
final class Animations {

    /** Decoded, a frame of the most pixels takes 16 MB. */
    private static final long MAX_FRAME = 4_000_000;

    /** Some seconds of one processor. */
    private static final long MAX_WORK = 400_000_000;

    private static final byte[] GIF = {'G', 'I', 'F', '8'};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    private Animations() {}

    /**
     * The picture in its small form.
     *
     * @return empty when it does not move, or is of a kind that is not known to
     * @throws UnreadablePicture when it is broken, or takes too much to be made small
     */
    static Optional<Picture> scale(InputStream image, Dimension box, boolean crop)
            throws IOException, UnreadablePicture {
        var bytes = new BufferedInputStream(image);
        bytes.mark(GIF.length);
        var start = bytes.readNBytes(GIF.length);
        bytes.reset();
        var out = new ByteArrayOutputStream();
        var budget = new PixelBudget(MAX_FRAME, MAX_WORK);
        if (Arrays.equals(start, GIF)) {
            return recorded(new GifRecorder(out), out, box, crop, screen -> GifPlayer.play(bytes, budget, screen));
        } else if (Arrays.equals(start, PNG)) {
            return recorded(new ApngRecorder(out), out, box, crop, screen -> ApngPlayer.play(bytes, budget, screen));
        }
        return Optional.empty();
    }

    private interface Playing {
        void on(Screen screen) throws IOException;
    }

    private static Optional<Picture> recorded(
            Recorder recorder, ByteArrayOutputStream out, Dimension box, boolean crop, Playing playing)
            throws UnreadablePicture {
        var screen = new SmallScreen(recorder, box, crop);
        try (recorder) {
            playing.on(screen);
        } catch (IOException | RuntimeException broken) {
            // Readers and writers of broken pictures fail in many ways.
            throw new UnreadablePicture(broken);
        }
        var size = screen.size();
        return screen.frames() > 1
                ? Optional.of(new Picture(out.toByteArray(), recorder.contentType(), size.width, size.height))
                : Optional.empty();
    }
}
