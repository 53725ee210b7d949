package org.hirundo.remote.preview;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.entry;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.hirundo.application.config.Network;
import org.hirundo.application.config.OutboundConfig;
import org.hirundo.application.config.PreviewConfig;
import org.hirundo.application.port.preview.Linked;
import org.hirundo.application.port.preview.UnreadableLink;
import org.hirundo.remote.http.Outbound;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpLinkReaderTest {

    private static final OutboundConfig THIS_MACHINE = new OutboundConfig(List.of(Network.parse("127.0.0.1")));

    private static final PreviewConfig CONFIG = new PreviewConfig(
            true,
            List.of(),
            List.of(),
            20_000,
            10_000,
            Duration.ofSeconds(5),
            Duration.ofHours(1),
            Duration.ofDays(1),
            "fr, en;q=0.5");

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;
    private Outbound outbound;
    private HttpLinkReader reader;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        outbound = Outbound.guarded(THIS_MACHINE);
        reader = new HttpLinkReader(outbound, CONFIG);
    }

    @AfterEach
    void stop() {
        end.countDown();
        outbound.close();
        server.stop(0);
        threads.close();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void has(String path, String type, byte[] body) {
        server.createContext(path, exchange -> {
            requests.add(path);
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
    }

    private Linked read(String path) throws UnreadableLink {
        return reader.read(at(path), _ -> true);
    }

    private Linked.Page page(String html) throws UnreadableLink {
        return page("text/html", html.getBytes(UTF_8));
    }

    private Linked.Page page(String type, byte[] body) throws UnreadableLink {
        has("/page", type, body);
        return (Linked.Page) read("/page");
    }

    @Test
    void open_graph_goes_before_all_else() throws UnreadableLink {
        var page = page("""
                <html prefix="og: https://ogp.me/ns#"><head>
                <title>The Rock (1996)</title>
                <meta name="description" content="for search engines">
                <meta name="twitter:title" content="for cards">
                <meta name="twitter:image" content="/card.png">
                <meta property="og:title" content=" The  Rock ">
                <meta property="og:title" content="second">
                <meta property="og:description" content="">
                <meta property="OG:type" content="video.movie">
                <meta property="og:image" content="img/rock.png">
                <meta property="og:image:width" content="1">
                <meta property="og:image:alt" content="a rock">
                <meta property="video:duration" content="120">
                <meta property="fb:app_id" content="not of Open Graph">
                <meta name="viewport" content="width=device-width">
                </head><body><p>text</p></body></html>""");

        assertThat(page.properties())
                .containsExactly(
                        entry("og:title", "The Rock"),
                        entry("og:description", "for search engines"),
                        entry("og:type", "video.movie"),
                        entry("og:image:alt", "a rock"),
                        entry("video:duration", "120"));
        assertThat(page.image()).contains(at("/img/rock.png"));
    }

    @Test
    void cards_go_before_what_readers_see() throws UnreadableLink {
        var page = page("""
                <title>A title</title>
                <meta name="twitter:title" content="card title">
                <meta property="twitter:description" content="card description">
                <meta name="twitter:image:src" content="//127.0.0.1/card.png">
                <body><p>text</p>""");

        assertThat(page.properties())
                .containsOnly(entry("og:title", "card title"), entry("og:description", "card description"));
        assertThat(page.image()).contains(URI.create("http://127.0.0.1/card.png"));
    }

    @Test
    void a_page_that_says_nothing_of_itself_is_read_like_one() throws UnreadableLink {
        var page = page("""
                <base href="/elsewhere/">
                <body><header><p>The site's slogan</p></header><nav><p>Home</p></nav>
                <h1>Swallows <b>return</b></h1>
                <img src="icon.png" width="16" height="16"><img src="unknown.png">
                <img src="small.png" width="100" height="70"><img src="large.png" width="400px" height="300px">
                <p>They came back &amp; nested.</p><script>document.write("<p>no</p>")</script><p>In\u00a0the barn.</p>""");

        assertThat(page.properties())
                .containsOnly(
                        entry("og:title", "Swallows return"),
                        entry("og:description", "They came back & nested. In the barn."));
        assertThat(page.image()).contains(at("/elsewhere/large.png"));
    }

    @Test
    void an_empty_page_has_an_empty_description() throws UnreadableLink {
        var page = page("");
        assertThat(page.properties()).isEmpty();
        assertThat(page.image()).isEmpty();
    }

    @Test
    void pictures_that_are_not_on_the_web_are_passed_over() throws UnreadableLink {
        var page = page("""
                <meta property="og:image" content="data:image/png;base64,AAAA">
                <meta property="og:image:secure_url" content="javascript:alert(1)">
                <link rel="image_src" href="file:///etc/passwd">
                <link rel="apple-touch-icon-precomposed" href="/touch.png">""");
        assertThat(page.image()).contains(at("/touch.png"));
    }

    @Test
    void long_texts_are_cut_between_words_and_never_within_a_character() throws UnreadableLink {
        var page = page("<title>" + "word ".repeat(100) + "</title><meta name='description' content='"
                + "\uD83D\uDC26".repeat(400) + "'><meta property='og:url' content='" + "x".repeat(3000) + "'>");
        assertThat(page.properties().get("og:title"))
                .hasSizeLessThanOrEqualTo(200)
                .endsWith("word…");
        assertThat(page.properties().get("og:description"))
                .hasSizeLessThanOrEqualTo(501)
                .matches("(?:\uD83D\uDC26)+…");
        assertThat(page.properties()).doesNotContainKey("og:url");
    }

    @Test
    void half_a_character_becomes_a_whole_one() throws UnreadableLink {
        var page = page("<title>a&#xD83D;b</title><meta property='og:type' content='a&#xDC26;b'>");
        assertThat(page.properties().values())
                .allSatisfy(
                        text -> assertThat(UTF_8.newEncoder().canEncode(text)).isTrue());
    }

    @Test
    void the_charset_is_found_wherever_it_is_said() throws UnreadableLink {
        var german = "<title>Schwälbchen</title>";
        assertThat(title("text/html; charset=\"ISO-8859-1\"", german, ISO_8859_1))
                .isEqualTo("Schwälbchen");
        var meta = "<meta charset=windows-1251><title>Ласточка</title>";
        assertThat(title("text/html", meta, Charset.forName("windows-1251"))).isEqualTo("Ласточка");
        var http = "<meta http-equiv=Content-Type content='text/html; charset=Shift_JIS'><title>燕</title>";
        assertThat(title("text/html; charset=nonsense", http, Charset.forName("Shift_JIS")))
                .isEqualTo("燕");
        assertThat(title("text/html", "\uFEFF<title>燕</title>", UTF_16BE)).isEqualTo("燕");
        var xml = "<?xml version='1.0' encoding='EUC-JP'?><html><title>燕</title></html>";
        assertThat(title("application/xhtml+xml", xml, Charset.forName("EUC-JP")))
                .isEqualTo("燕");
    }

    private String title(String type, String html, Charset charset) throws UnreadableLink {
        var path = "/charset" + requests.size();
        has(path, type, html.getBytes(charset));
        return ((Linked.Page) read(path)).properties().get("og:title");
    }

    @Test
    void what_an_embedder_is_told_fills_the_gaps() throws UnreadableLink {
        has("/oembed", "application/json", """
                {"version": 1.0, "type": "rich", "title": "not this", "provider_name": "Nests", "author_name": "Dora",
                 "html": "<blockquote><p>They <b>nest</b></p></blockquote>", "thumbnail_url": "https://example.org/t.png"}
                """.getBytes(UTF_8));

        var page = page("<title>Nest</title><link rel=alternate type='application/json+oembed' href='/oembed'>");

        assertThat(page.properties())
                .containsOnly(
                        entry("og:title", "Nest"),
                        entry("og:site_name", "Nests"),
                        entry("article:author", "Dora"),
                        entry("og:description", "They nest"));
        assertThat(page.image()).contains(URI.create("https://example.org/t.png"));
    }

    @Test
    void a_photo_is_its_own_picture_and_the_words_around_a_player_are_none() throws UnreadableLink {
        has("/photo", "application/json", """
                {"type": "photo", "url": "https://example.org/p.jpg", "thumbnail_url": "https://example.org/t.jpg"}""".getBytes(UTF_8));
        has("/video", "application/json", """
                {"type": "video", "title": "Film", "html": "<iframe>Your browser has no frames</iframe>"}""".getBytes(UTF_8));
        has("/p", "text/html", "<link rel=alternate type='application/json+oembed' href='/photo'>".getBytes(UTF_8));
        has("/v", "text/html", "<link rel=alternate type='application/json+oembed' href='/video'>".getBytes(UTF_8));

        assertThat(((Linked.Page) read("/p")).image()).contains(URI.create("https://example.org/p.jpg"));
        assertThat(((Linked.Page) read("/v")).properties()).containsOnly(entry("og:title", "Film"));
    }

    @Test
    void a_page_that_says_all_is_not_asked_twice_and_a_bad_answer_does_no_harm() throws UnreadableLink {
        has("/bad", "application/json", "[1".getBytes(UTF_8));
        var link = "<link rel=alternate type='application/json+oembed' href='/bad'>";
        assertThat(page("<title>Nest</title>" + link).properties()).containsOnly(entry("og:title", "Nest"));
        assertThat(requests).containsExactly("/page", "/bad");

        has(
                "/whole",
                "text/html",
                (link + "<title>Nest</title><p>text<link rel=image_src href='/i.png'>").getBytes(UTF_8));
        read("/whole");
        assertThat(requests).containsExactly("/page", "/bad", "/whole");
    }

    @Test
    void of_a_long_page_the_beginning_is_read() throws UnreadableLink {
        server.createContext("/endless", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                out.write("<title>Endless</title>".getBytes(UTF_8));
                while (end.getCount() > 0) {
                    out.write("<p>more".getBytes(UTF_8));
                }
            }
        });
        assertThat(((Linked.Page) read("/endless")).properties()).containsEntry("og:title", "Endless");
    }

    @Test
    void a_bomb_is_a_long_page() throws IOException, UnreadableLink {
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            gzip.write("<title>Bomb</title>".getBytes(UTF_8));
            var blanks = new byte[1 << 16];
            Arrays.fill(blanks, (byte) ' ');
            for (int i = 0; i < 1000; i++) {
                gzip.write(blanks);
            }
        }
        server.createContext("/bomb", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, bomb.size());
            try (var out = exchange.getResponseBody()) {
                out.write(bomb.toByteArray());
            }
        });
        assertThat(((Linked.Page) read("/bomb")).properties()).containsOnly(entry("og:title", "Bomb"));
    }

    @Test
    void a_page_of_nothing_but_depth_is_read() throws UnreadableLink {
        assertThat(page("<title>Deep</title>" + "<div>".repeat(3000)).properties())
                .containsEntry("og:title", "Deep");
    }

    @Test
    void files_are_told_by_their_kind_and_only_pictures_are_read() throws UnreadableLink {
        has("/picture", "image/png", new byte[10_000]);
        has("/large", "image/png", new byte[10_001]);
        has("/song", "audio/ogg", new byte[100_000]);
        has("/film", "video/mp4", new byte[100_000]);
        has("/archive", "application/zip", new byte[100_000]);
        has("/untold", "", "<title>x</title>".getBytes(UTF_8));

        assertThat(read("/picture")).isInstanceOfSatisfying(Linked.Picture.class, picture -> assertThat(picture.bytes())
                .hasSize(10_000));
        assertThatThrownBy(() -> read("/large")).isInstanceOf(UnreadableLink.class);
        assertThat(read("/song")).isInstanceOf(Linked.Recording.class);
        assertThat(read("/film")).isInstanceOf(Linked.Recording.class);
        assertThat(read("/archive")).isEqualTo(new Linked.Other(at("/archive")));
        assertThat(read("/untold")).isInstanceOf(Linked.Other.class);
    }

    @Test
    void what_is_not_there_cannot_be_read() {
        assertThatThrownBy(() -> read("/nowhere")).isInstanceOf(UnreadableLink.class);
        assertThatThrownBy(() -> reader.read(URI.create("http://no.such.host.invalid/"), _ -> true))
                .isInstanceOf(UnreadableLink.class);
    }

    @Test
    void pages_are_asked_for_in_the_languages_of_the_configuration() throws UnreadableLink {
        server.createContext("/language", exchange -> {
            var language = exchange.getRequestHeaders().getFirst("Accept-Language");
            var body = ("<title>" + language + "</title>").getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        assertThat(((Linked.Page) read("/language")).properties()).containsOnly(entry("og:title", "fr, en;q=0.5"));
    }

    @Test
    void what_a_page_leads_to_is_asked_for_like_the_page() {
        server.createContext("/redirect", exchange -> {
            requests.add("/redirect");
            exchange.getResponseHeaders().add("Location", at("/secret").toString());
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        has("/secret", "text/html", "<title>secret</title>".getBytes(UTF_8));
        has(
                "/embedding",
                "text/html",
                "<link rel=alternate type='application/json+oembed' href='/secret'>".getBytes(UTF_8));

        assertThatThrownBy(() -> reader.read(
                        at("/redirect"), address -> !address.getPath().equals("/secret")))
                .isInstanceOf(UnreadableLink.class);
        assertThat(requests).containsExactly("/redirect");
        requests.clear();
        assertThat(catchThrowable(() -> reader.read(
                        at("/embedding"), address -> !address.getPath().equals("/secret"))))
                .isNull();
        assertThat(requests).containsExactly("/embedding");
    }

    @Test
    void no_part_of_a_page_leads_into_a_private_network() throws UnreadableLink {
        var port = server.getAddress().getPort();
        has("/oembed", "application/json", "{\"type\":\"link\",\"title\":\"secret\"}".getBytes(UTF_8));
        var page = page("<link rel=alternate type='application/json+oembed' href='http://127.0.0.2:" + port
                + "/oembed'><p>text");
        assertThat(page.properties()).containsOnly(entry("og:description", "text"));
        try (var strict = Outbound.guarded(OutboundConfig.DEFAULT)) {
            assertThatThrownBy(() -> new HttpLinkReader(strict, CONFIG).read(at("/page"), _ -> true))
                    .isInstanceOf(UnreadableLink.class);
        }
        assertThat(requests).containsExactly("/page");
    }
}
