package org.hirundo.bootstrap.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Point 23 of what first servers get wrong: media do no harm in a browser, on whichever path they are read. */
class MediaHeadersTest {

    @RegisterExtension
    static final RunningServer server =
            RunningServer.with(Map.of("media.unauthenticated", "yes", "media.unauthenticated-until", "2999-12-31"));

    private static final List<String> PATHS =
            List.of("/_matrix/client/v1/media/", "/_matrix/media/v3/", "/_matrix/media/r0/", "/_matrix/media/v1/");

    private static Account alice;
    private static String picture;
    private static String page;

    @BeforeAll
    static void setUp() throws IOException {
        alice = server.register("alice");
        var image = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", image);
        picture = uploaded("image/png", image.toByteArray());
        page = uploaded("text/html", "<script>alert(1)</script>".getBytes(UTF_8));
    }

    private static String uploaded(String type, byte[] bytes) {
        return alice.client()
                .with("Content-Type", type)
                .send("POST", "/_matrix/media/v3/upload", BodyPublishers.ofByteArray(bytes))
                .is(200)
                .json()
                .string("content_uri")
                .orElseThrow()
                .substring("mxc://".length());
    }

    private static void assertHarmless(Answer answer) {
        answer.is(200);
        assertThat(answer.header("Content-Security-Policy"))
                .contains("sandbox", "default-src 'none'", "script-src 'none'", "object-src 'self'");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void a_file_is_harmless_on_every_path() {
        for (var path : PATHS) {
            for (var end : List.of("", "/other.html")) {
                var shown = alice.client().get(path + "download/" + picture + end);
                assertHarmless(shown);
                assertThat(shown.header("Content-Disposition")).startsWith("inline");
                var saved = alice.client().get(path + "download/" + page + end);
                assertHarmless(saved);
                assertThat(saved.header("Content-Disposition")).startsWith("attachment");
            }
        }
    }

    @Test
    void a_thumbnail_is_harmless_on_every_path() {
        for (var path : PATHS) {
            for (var animated : List.of("true", "false")) {
                var thumbnail = alice.client()
                        .get(path + "thumbnail/" + picture + "?width=32&height=32&method=crop&animated=" + animated);
                assertHarmless(thumbnail);
                assertThat(thumbnail.header("Content-Disposition")).startsWith("inline");
                assertThat(thumbnail.header("Content-Type")).startsWith("image/");
            }
        }
    }

    @Test
    void the_old_paths_ask_for_no_token_and_the_new_ones_do() {
        assertHarmless(server.client().get("/_matrix/media/v3/download/" + picture));
        server.client().get("/_matrix/client/v1/media/download/" + picture).is(401, "M_MISSING_TOKEN");
    }
}
