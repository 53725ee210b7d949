package org.hirundo.media.thumbnail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.hirundo.application.port.media.Thumbnailer.Picture;
import org.hirundo.application.port.media.Thumbnailer.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pictures of the test resources have 80 by 60 pixels: red and green above, blue and yellow below. */
class ImageIoThumbnailerTest {

    private static final long MAX_PIXELS = 4_000_000;

    private final ImageIoThumbnailer thumbnailer = new ImageIoThumbnailer(MAX_PIXELS, 2);

    @ParameterizedTest(name = "{0}x{1} in {2}x{3} is {4}x{5}")
    @CsvSource({
        "800, 600, 320, 240, 320, 240",
        "800, 600, 320, 320, 320, 240",
        "600, 800, 320, 240, 180, 240",
        "1000, 10, 100, 100, 100, 1",
        "10000, 1, 100, 100, 100, 1",
        "100, 100, 320, 240, 100, 100",
        "320, 240, 320, 240, 320, 240"
    })
    void a_picture_is_made_to_fit_and_never_larger(
            int width, int height, int boxWidth, int boxHeight, int expectedWidth, int expectedHeight)
            throws IOException {
        var thumbnail = thumbnail(png(width, height, BufferedImage.TYPE_INT_RGB), boxWidth, boxHeight, false);

        assertThat(thumbnail.width()).isEqualTo(expectedWidth);
        assertThat(thumbnail.height()).isEqualTo(expectedHeight);
        var decoded = decoded(thumbnail);
        assertThat(decoded.getWidth()).isEqualTo(expectedWidth);
        assertThat(decoded.getHeight()).isEqualTo(expectedHeight);
    }

    @ParameterizedTest(name = "{0}x{1} cut to {2}x{3} is {4}x{5}")
    @CsvSource({
        "800, 600, 96, 96, 96, 96",
        "600, 800, 32, 32, 32, 32",
        "100, 1000, 200, 200, 100, 100",
        "100, 100, 200, 100, 100, 50",
        "96, 96, 96, 96, 96, 96",
        "97, 1000, 96, 96, 96, 96"
    })
    void a_picture_is_cut_to_the_shape_and_never_made_larger(
            int width, int height, int boxWidth, int boxHeight, int expectedWidth, int expectedHeight)
            throws IOException {
        var thumbnail = thumbnail(png(width, height, BufferedImage.TYPE_INT_RGB), boxWidth, boxHeight, true);

        assertThat(thumbnail.width()).isEqualTo(expectedWidth);
        assertThat(thumbnail.height()).isEqualTo(expectedHeight);
    }

    @Test
    void what_is_cut_off_is_what_is_at_the_sides() throws IOException {
        var picture = new BufferedImage(300, 100, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(100, 0, 100, 100);
        graphics.dispose();

        var decoded = decoded(thumbnail(encoded(picture, "png"), 50, 50, true));

        assertThat(colour(decoded, 3, 25)).isEqualTo("red");
        assertThat(colour(decoded, 47, 25)).isEqualTo("red");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lossy.webp", "cmyk.jpg", "animated.gif", "exif-1.jpg"})
    void pictures_of_many_kinds_can_be_made_smaller(String name) throws IOException {
        assertThat(thumbnailer.measure(resource(name))).contains(new Size(80, 60));

        var thumbnail = thumbnailer.scale(resource(name), 40, 40, false).orElseThrow();

        assertThat(thumbnail.contentType()).isEqualTo("image/jpeg");
        assertQuarters(decoded(thumbnail), "yellow");
    }

    @Test
    void what_is_transparent_stays_so() throws IOException {
        var thumbnail = thumbnailer
                .scale(resource("lossless-alpha.webp"), 40, 30, false)
                .orElseThrow();

        assertThat(thumbnail.contentType()).isEqualTo("image/png");
        assertQuarters(decoded(thumbnail), "transparent");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_picture_is_turned_upright(int orientation) throws IOException {
        var name = "exif-" + orientation + ".jpg";

        assertThat(thumbnailer.measure(resource(name))).contains(new Size(80, 60));
        var thumbnail = thumbnailer.scale(resource(name), 40, 40, false).orElseThrow();
        assertThat(thumbnail.width()).isEqualTo(40);
        assertThat(thumbnail.height()).isEqualTo(30);
        assertQuarters(decoded(thumbnail), "yellow");
    }

    @Test
    void a_broken_exif_does_not_keep_a_picture_from_being_shown() throws IOException {
        var bytes = bytes("exif-6.jpg");
        var tiff = indexOf(bytes, "Exif\0\0") + 6;
        bytes[tiff] = 'X';

        assertThat(thumbnailer.measure(new ByteArrayInputStream(bytes))).contains(new Size(60, 80));
        assertThat(thumbnailer.scale(new ByteArrayInputStream(bytes), 30, 40, false))
                .isPresent();
    }

    @Test
    void thin_lines_do_not_get_lost() throws IOException {
        var picture = new BufferedImage(1024, 1024, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 1024; x += 16) {
            for (int y = 0; y < 1024; y++) {
                picture.setRGB(x, y, 0xffffff);
            }
        }
        var decoded = decoded(thumbnail(encoded(picture, "png"), 64, 64, false));

        var brightness = IntStream.range(0, 64)
                .map(x -> new Color(decoded.getRGB(x, 32)).getGreen())
                .summaryStatistics();
        assertThat(brightness.getMin()).isPositive();
    }

    @Test
    void what_is_no_picture_has_no_thumbnail() throws IOException {
        for (var bytes : new byte[][] {
            new byte[0],
            "Hello".getBytes(UTF_8),
            "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>".getBytes(UTF_8),
            encoded(new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB), "bmp")
        }) {
            assertThat(thumbnailer.measure(new ByteArrayInputStream(bytes))).isEmpty();
            assertThat(thumbnailer.scale(new ByteArrayInputStream(bytes), 32, 32, false))
                    .isEmpty();
        }
    }

    @Test
    void a_picture_with_too_many_pixels_is_measured_but_not_decoded() throws IOException {
        var huge = png(5000, 1000, BufferedImage.TYPE_BYTE_BINARY);

        assertThat(thumbnailer.measure(new ByteArrayInputStream(huge))).contains(new Size(5000, 1000));
        assertThat(thumbnailer.scale(new ByteArrayInputStream(huge), 32, 32, false))
                .isEmpty();
    }

    @Test
    void a_picture_that_lies_about_its_size_does_no_harm() throws IOException {
        var bytes = png(10, 10, BufferedImage.TYPE_INT_RGB);
        bytes[16] = 0x7f; // the width in the header of a PNG, now two thousand millions

        assertThat(thumbnailer.scale(new ByteArrayInputStream(bytes), 32, 32, false))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lossy.webp", "lossless-alpha.webp", "cmyk.jpg", "animated.gif", "exif-6.jpg"})
    void nothing_escapes_from_broken_pictures(String name) throws IOException {
        var random = new Random(name.hashCode());
        for (int i = 0; i < 150; i++) {
            var bytes = bytes(name);
            for (int j = 0; j < 1 + i % 8; j++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            var cut = random.nextBoolean() ? bytes.length : random.nextInt(bytes.length);
            var broken = new ByteArrayInputStream(bytes, 0, cut);

            thumbnailer.scale(broken, 16, 16, i % 2 == 0).ifPresent(thumbnail -> assertThat(thumbnail.width())
                    .isBetween(1, 16));
        }
    }

    @Test
    void a_failure_of_the_stream_is_not_taken_for_a_broken_picture() {
        var failing = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("The disk is gone");
            }
        };

        assertThatThrownBy(() -> thumbnailer.scale(failing, 32, 32, false))
                .isInstanceOf(IOException.class)
                .hasMessage("The disk is gone");
    }

    @Test
    void many_at_once_wait_their_turn() throws Exception {
        var bytes = png(400, 300, BufferedImage.TYPE_INT_ARGB);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit(() -> thumbnail(bytes, 96, 96, true)))
                    .toList();
            for (Future<Picture> done : running) {
                assertThat(done.get().width()).isEqualTo(96);
            }
        }
    }

    private Picture thumbnail(byte[] picture, int width, int height, boolean crop) throws IOException {
        return thumbnailer
                .scale(new ByteArrayInputStream(picture), width, height, crop)
                .orElseThrow();
    }

    private static void assertQuarters(BufferedImage picture, String bottomRight) {
        var right = picture.getWidth() - 5;
        var bottom = picture.getHeight() - 5;
        assertThat(colour(picture, 4, 4)).isEqualTo("red");
        assertThat(colour(picture, right, 4)).isEqualTo("green");
        assertThat(colour(picture, 4, bottom)).isEqualTo("blue");
        assertThat(colour(picture, right, bottom)).isEqualTo(bottomRight);
    }

    private static String colour(BufferedImage picture, int x, int y) {
        var colour = new Color(picture.getRGB(x, y), true);
        if (colour.getAlpha() < 20) {
            return "transparent";
        }
        boolean red = colour.getRed() > 128;
        boolean green = colour.getGreen() > 128;
        boolean blue = colour.getBlue() > 128;
        return red && green ? "yellow" : red ? "red" : green ? "green" : blue ? "blue" : "black";
    }

    private static byte[] png(int width, int height, int type) throws IOException {
        return encoded(new BufferedImage(width, height, type), "png");
    }

    private static byte[] encoded(BufferedImage picture, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    private static BufferedImage decoded(Picture picture) throws IOException {
        return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(picture.bytes())))
                .orElseThrow();
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(ImageIoThumbnailerTest.class.getResourceAsStream(name), name);
    }

    private static byte[] bytes(String name) throws IOException {
        try (var in = resource(name)) {
            return in.readAllBytes();
        }
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, ISO_8859_1).indexOf(text);
    }
}
