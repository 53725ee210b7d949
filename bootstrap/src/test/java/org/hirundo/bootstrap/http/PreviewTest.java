package org.hirundo.bootstrap.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Links are previewed by the server as it runs, from a page to what a client is told. */
class PreviewTest {

    @RegisterExtension
    static final RunningServer server = RunningServer.with(Map.of(
            "outbound.allowed-networks",
            "127.0.0.1",
            "preview.denied-hosts",
            "denied.example",
            "limits.enabled",
            "no"));

    private static final String PREVIEW = "/_matrix/client/v1/media/preview_url";

    private static HttpServer web;
    private static Account alice;

    @BeforeAll
    static void setUp() throws IOException {
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        has("/page", "text/html", """
                <meta property="og:title" content="The Rock"><meta property="og:type" content="video.movie">
                <meta property="og:image" content="rock.png">""".getBytes(UTF_8));
        var image = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", image);
        has("/rock.png", "image/png", image.toByteArray());
        web.start();
        alice = server.register("alice");
    }

    @AfterAll
    static void stop() {
        web.stop(0);
    }

    private static void has(String path, String type, byte[] body) {
        web.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
    }

    private static Answer preview(String link) {
        return alice.client().get(PREVIEW + "?url=" + Sweep.encoded(link));
    }

    private static String at(String path) {
        return "http://127.0.0.1:" + web.getAddress().getPort() + path;
    }

    @Test
    void a_client_sees_what_a_link_leads_to() {
        var preview = preview(at("/page")).is(200).json();
        assertThat(preview.string("og:title")).contains("The Rock");
        assertThat(preview.string("og:type")).contains("video.movie");
        assertThat(preview.integer("og:image:width")).hasValue(30);
        var picture = preview.string("og:image").orElseThrow().substring("mxc://".length());
        assertThat(alice.client()
                        .get("/_matrix/client/v1/media/download/" + picture)
                        .is(200)
                        .header("Content-Type"))
                .isEqualTo("image/png");
        for (var old : new String[] {"/_matrix/media/v3/preview_url", "/_matrix/media/r0/preview_url"}) {
            assertThat(alice.client()
                            .get(old + "?ts=1&url=" + Sweep.encoded(at("/page")))
                            .is(200)
                            .json())
                    .isEqualTo(preview);
        }
    }

    @Test
    void what_cannot_be_previewed_is_refused_with_the_reason() {
        alice.client().get(PREVIEW).is(400, "M_MISSING_PARAM");
        preview("nonsense").is(400, "M_INVALID_PARAM");
        alice.client()
                .get(PREVIEW + "?ts=now&url=" + Sweep.encoded(at("/page")))
                .is(400, "M_INVALID_PARAM");
        preview("https://www.denied.example/").is(403, "M_FORBIDDEN");
        server.client().get(PREVIEW + "?url=" + Sweep.encoded(at("/page"))).is(401, "M_MISSING_TOKEN");
    }

    @Test
    void what_cannot_be_read_is_the_fault_of_another_server() {
        for (var link : new String[] {
            at("/nothing"), "http://127.0.0.2:" + web.getAddress().getPort() + "/page"
        }) {
            var answer = preview(link);
            assertThat(answer.status()).isEqualTo(502);
            assertThat(answer.errcode()).isEqualTo("M_UNKNOWN");
        }
    }

    @Test
    void the_capability_tells_that_links_are_previewed() {
        var capabilities =
                alice.client().get("/_matrix/client/v3/capabilities").is(200).json();
        assertThat(capabilities
                        .object("capabilities")
                        .flatMap(all -> all.object("io.element.msc4452.preview_url"))
                        .flatMap(capability -> capability.bool("enabled")))
                .contains(true);
    }
}
