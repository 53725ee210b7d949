package org.hirundo.media.thumbnail;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.hirundo.application.port.media.Thumbnailer.Picture;
import org.junit.jupiter.api.Test;

/** Each picture of these tests is one colour, so that a pixel tells which frame is seen. */
class AnimationsTest {

    private static final int RED = Color.RED.getRGB();
    private static final int GREEN = Color.GREEN.getRGB();
    private static final int BLUE = Color.BLUE.getRGB();
    private static final int TRANSPARENT = 0;

    private final ImageIoThumbnailer thumbnailer = new ImageIoThumbnailer(4_000_000, 2);

    private static BufferedImage picture(int width, int height, int colour) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var pixels = new int[width * height];
        Arrays.fill(pixels, colour);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        return picture;
    }

    private static byte[] gif(BufferedImage... frames) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var recorder = new GifRecorder(out)) {
            for (var frame : frames) {
                recorder.show(new Frame(frame, 120));
            }
        }
        return out.toByteArray();
    }

    private static byte[] apng(BufferedImage... frames) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var recorder = new ApngRecorder(out)) {
            for (var frame : frames) {
                recorder.show(new Frame(frame, 120));
            }
        }
        return out.toByteArray();
    }

    /** What is seen: of each frame the first and the last pixel and how long it stays. */
    private record Seen(int first, int last, int milliseconds) {}

    private static List<Seen> play(byte[] file) throws IOException {
        var seen = new ArrayList<Seen>();
        var budget = new PixelBudget(4_000_000, 400_000_000);
        Screen screen = frame -> {
            var picture = frame.picture();
            seen.add(new Seen(
                    picture.getRGB(0, 0),
                    picture.getRGB(picture.getWidth() - 1, picture.getHeight() - 1),
                    frame.milliseconds()));
        };
        if (file[0] == 'G') {
            GifPlayer.play(new ByteArrayInputStream(file), budget, screen);
        } else {
            ApngPlayer.play(new ByteArrayInputStream(file), budget, screen);
        }
        return seen;
    }

    private Optional<Picture> animate(byte[] file, int width, int height, boolean crop) throws IOException {
        return thumbnailer.animate(new ByteArrayInputStream(file), width, height, crop);
    }

    @Test
    void a_gif_moves_in_its_thumbnail() throws IOException {
        var file = gif(picture(80, 60, RED), picture(80, 60, GREEN), picture(80, 60, TRANSPARENT));

        var thumbnail = animate(file, 32, 32, false).orElseThrow();

        assertThat(thumbnail.contentType()).isEqualTo("image/gif");
        assertThat(new Dimension(thumbnail.width(), thumbnail.height())).isEqualTo(new Dimension(32, 24));
        assertThat(play(thumbnail.bytes()))
                .containsExactly(new Seen(RED, RED, 120), new Seen(GREEN, GREEN, 120), new Seen(0, 0, 120));
        var first = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(thumbnail.bytes())));
        assertThat(first.getWidth()).isEqualTo(32);
    }

    @Test
    void a_moving_png_moves_in_its_thumbnail() throws IOException {
        var file = apng(picture(80, 60, RED), picture(80, 60, TRANSPARENT), picture(80, 60, BLUE));

        var thumbnail = animate(file, 30, 30, true).orElseThrow();

        assertThat(thumbnail.contentType()).isEqualTo("image/apng");
        assertThat(new Dimension(thumbnail.width(), thumbnail.height())).isEqualTo(new Dimension(30, 30));
        assertThat(play(thumbnail.bytes()))
                .containsExactly(new Seen(RED, RED, 120), new Seen(0, 0, 120), new Seen(BLUE, BLUE, 120));
        var still = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(thumbnail.bytes())));
        assertThat(still.getRGB(15, 15)).isEqualTo(RED);
    }

    @Test
    void a_gif_of_another_program_is_played_as_its_frames_say() throws IOException {
        var resource = Objects.requireNonNull(AnimationsTest.class.getResourceAsStream("animated.gif"));
        try (resource) {
            var file = resource.readAllBytes();
            assertThat(play(file)).hasSizeGreaterThan(1);
            assertThat(play(animate(file, 32, 32, false).orElseThrow().bytes())).hasSameSizeAs(play(file));
        }
    }

    /** A frame of a PNG in the words of its file. */
    private static byte[] control(int sequence, int width, int height, int left, int top, int disposal, int blending) {
        return ByteBuffer.allocate(26)
                .putInt(sequence)
                .putInt(width)
                .putInt(height)
                .putInt(left)
                .putInt(top)
                .putShort((short) 1)
                .putShort((short) 0)
                .put((byte) disposal)
                .put((byte) blending)
                .array();
    }

    private static byte[] data(BufferedImage picture) throws IOException {
        var file = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", file);
        var in = new DataInputStream(new ByteArrayInputStream(file.toByteArray()));
        in.readLong();
        for (var chunk = PngChunk.read(in); ; chunk = PngChunk.read(in)) {
            if (chunk.is("IDAT")) {
                return chunk.data();
            }
        }
    }

    private static byte[] numbered(int sequence, byte[] data) {
        return ByteBuffer.allocate(4 + data.length).putInt(sequence).put(data).array();
    }

    private static byte[] png(int width, int height, PngChunk... chunks) throws IOException {
        var file = new ByteArrayOutputStream();
        var out = new DataOutputStream(file);
        out.writeLong(PngChunk.SIGNATURE);
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        new PngChunk("IHDR", header.put(new byte[] {8, 6, 0, 0, 0}).array()).write(out);
        for (var chunk : chunks) {
            chunk.write(out);
        }
        new PngChunk("IEND", new byte[0]).write(out);
        return file.toByteArray();
    }

    @Test
    void frames_stay_or_are_cleared_or_undone_and_lie_over_each_other_or_not() throws IOException {
        var file = png(
                4,
                4,
                // The picture for those who know no moving ones is no frame.
                new PngChunk("IDAT", data(picture(4, 4, GREEN))),
                new PngChunk("fcTL", control(0, 4, 4, 0, 0, 0, 0)),
                new PngChunk("fdAT", numbered(1, data(picture(4, 4, RED)))),
                new PngChunk("fcTL", control(2, 2, 2, 2, 2, 2, 0)),
                new PngChunk("fdAT", numbered(3, data(picture(2, 2, BLUE)))),
                new PngChunk("fcTL", control(4, 2, 2, 2, 2, 1, 1)),
                new PngChunk("fdAT", numbered(5, data(picture(2, 2, TRANSPARENT)))),
                new PngChunk("fcTL", control(6, 1, 1, 0, 0, 0, 0)),
                new PngChunk("fdAT", numbered(7, data(picture(1, 1, TRANSPARENT)))));

        assertThat(play(file))
                .containsExactly(
                        new Seen(RED, RED, 10),
                        new Seen(RED, BLUE, 10),
                        new Seen(RED, RED, 10),
                        new Seen(TRANSPARENT, TRANSPARENT, 10));
    }

    @Test
    void what_does_not_move_is_no_moving_picture() throws IOException {
        assertThat(animate(gif(picture(80, 60, RED)), 32, 32, false)).isEmpty();
        assertThat(animate(apng(picture(80, 60, RED)), 32, 32, false)).isEmpty();
        var still = new ByteArrayOutputStream();
        ImageIO.write(picture(80, 60, RED), "png", still);
        assertThat(animate(still.toByteArray(), 32, 32, false)).isEmpty();
        for (var name : List.of("lossy.webp", "exif-1.jpg")) {
            try (var resource = Objects.requireNonNull(AnimationsTest.class.getResourceAsStream(name))) {
                assertThat(thumbnailer.animate(resource, 32, 32, false)).isEmpty();
            }
        }
        assertThat(animate(new byte[0], 32, 32, false)).isEmpty();
    }

    @Test
    void broken_pictures_are_shown_still() throws IOException {
        var gif = gif(picture(80, 60, RED), picture(80, 60, GREEN));
        var apng = apng(picture(80, 60, RED), picture(80, 60, GREEN));
        for (var file : List.of(gif, apng)) {
            for (int length = 4; length < file.length - 1; length += 7) {
                assertThat(animate(Arrays.copyOf(file, length), 32, 32, false).map(Picture::width))
                        .isIn(Optional.empty(), Optional.of(32));
            }
        }
        var outside = png(
                4,
                4,
                new PngChunk("fcTL", control(0, 4, 4, 1, 0, 0, 0)),
                new PngChunk("IDAT", data(picture(4, 4, RED))));
        assertThat(animate(outside, 2, 2, false)).isEmpty();
        assertThat(animate(png(4, 4, new PngChunk("fcTL", new byte[3])), 2, 2, false))
                .isEmpty();
    }

    @Test
    void what_would_be_too_much_is_not_decoded() throws IOException {
        var claimed = png(40_000, 40_000, new PngChunk("fcTL", control(0, 40_000, 40_000, 0, 0, 0, 0)));
        assertThat(animate(claimed, 32, 32, false)).isEmpty();

        // A thousand frames of a million pixels are some kilobytes.
        var chunks = new ArrayList<PngChunk>();
        var data = data(picture(1000, 1000, RED));
        for (int frame = 0; frame < 1000; frame++) {
            chunks.add(new PngChunk("fcTL", control(2 * frame, 1000, 1000, 0, 0, 0, 0)));
            chunks.add(frame == 0 ? new PngChunk("IDAT", data) : new PngChunk("fdAT", numbered(2 * frame + 1, data)));
        }
        assertThat(animate(png(1000, 1000, chunks.toArray(PngChunk[]::new)), 32, 32, false))
                .isEmpty();

        var gif = gif(picture(10, 10, RED), picture(10, 10, GREEN));
        // The size of the whole, little-endian, after the signature.
        ByteBuffer.wrap(gif).putShort(6, (short) -1).putShort(8, (short) -1);
        assertThat(animate(gif, 32, 32, false)).isEmpty();
    }
}
