package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.hirundo.application.account.GetCapabilities;
import org.hirundo.application.config.PreviewConfig;
import org.hirundo.application.config.RateLimitConfig;
import org.hirundo.application.media.DownloadMedia;
import org.hirundo.application.media.Viewer;
import org.hirundo.application.port.preview.LinkReader;
import org.hirundo.application.port.preview.Linked;
import org.hirundo.application.preview.PreviewUrl;
import org.hirundo.application.session.Requester;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.GuestAccessForbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.LimitExceeded;
import org.hirundo.domain.error.RemoteFailure;
import org.hirundo.domain.id.MxcUri;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.media.ContentType;
import org.hirundo.domain.preview.HostPattern;
import org.junit.jupiter.api.Test;

/** Previewing links. */
public abstract class PreviewStory extends PeopleStory {

    private static final String PAGE = "https://example.org/swallows";
    private static final String IMAGE = "https://cdn.example.org/swallow%20nest.png";
    private static final ContentType PNG = new ContentType("image/png");

    private FakeWeb web() {
        return the(FakeWeb.class);
    }

    private JsonObject previews(Requester user, String link) {
        return previews(server(), user, link, Optional.empty());
    }

    private static JsonObject previews(Server server, Requester user, String link, Optional<Instant> at) {
        try {
            return server.get(PreviewUrl.class).preview(user, link, at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Linked page(String title) {
        return page(title, Optional.empty());
    }

    private static Linked page(String title, Optional<URI> image) {
        var properties = new LinkedHashMap<String, String>();
        properties.put("og:title", title);
        return new Linked.Page(properties, image);
    }

    private static byte[] png() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Optional<String> title(JsonObject preview) {
        return preview.string("og:title");
    }

    @Test
    void a_page_is_shown_with_its_picture() throws IOException {
        var dora = registers("dora");
        web().has(PAGE, page("Swallows", Optional.of(URI.create(IMAGE))));
        web().has(IMAGE, new Linked.Picture(URI.create(IMAGE), PNG, png()));

        var preview = previews(dora, PAGE);

        assertThat(title(preview)).contains("Swallows");
        assertThat(preview.string("og:image:type")).contains("image/png");
        assertThat(preview.integer("og:image:width")).hasValue(30);
        assertThat(preview.integer("og:image:height")).hasValue(20);
        assertThat(preview.integer("matrix:image:size")).hasValue(png().length);
        var picture = MxcUri.parse(preview.string("og:image").orElseThrow());
        assertThat(picture.server()).isEqualTo(Server.NAME);
        var content = the(DownloadMedia.class)
                .download(
                        new Viewer(Optional.of(dora), ADDRESS),
                        new DownloadMedia.Download(picture, Optional.empty(), Duration.ZERO));
        assertThat(content.bytes().readAllBytes()).isEqualTo(png());
        assertThat(content.disposition().toHeader()).contains("swallow nest.png");
    }

    @Test
    void a_page_whose_picture_cannot_be_had_is_shown_without() {
        var dora = registers("dora");
        web().has(PAGE, page("Swallows", Optional.of(URI.create(IMAGE))));
        assertThat(previews(dora, PAGE)).isEqualTo(JsonObject.of("og:title", "Swallows"));

        var text = "https://example.org/picture-that-is-none";
        web().has(text, page("Text", Optional.of(URI.create("https://example.org/text.png"))));
        web().has(
                        "https://example.org/text.png",
                        new Linked.Picture(URI.create("https://example.org/text.png"), PNG, new byte[] {1, 2, 3}));
        assertThat(previews(dora, text)).isEqualTo(JsonObject.of("og:title", "Text"));
    }

    @Test
    void a_link_to_a_file_is_shown_by_what_it_is() {
        var dora = registers("dora");
        web().has(IMAGE, new Linked.Picture(URI.create(IMAGE), PNG, png()));
        var song = "https://example.org/song.ogg";
        web().has(song, new Linked.Recording(URI.create(song), new ContentType("audio/ogg; codecs=opus")));
        var film = "https://example.org/films/1";
        web().has(film, new Linked.Recording(URI.create(film), new ContentType("video/mp4")));
        var archive = "https://example.org/archive.zip";
        web().has(archive, new Linked.Other(URI.create(archive)));

        assertThat(title(previews(dora, IMAGE))).contains("swallow nest.png");
        assertThat(previews(dora, IMAGE).string("og:image")).isPresent();
        assertThat(previews(dora, song))
                .isEqualTo(JsonObject.of("og:title", "song.ogg")
                        .with("og:audio", song)
                        .with("og:audio:type", "audio/ogg"));
        assertThat(previews(dora, film))
                .isEqualTo(JsonObject.of("og:title", "1").with("og:video", film).with("og:video:type", "video/mp4"));
        assertThat(previews(dora, archive)).isEqualTo(JsonObject.EMPTY);
    }

    @Test
    void a_page_is_read_once_for_all_who_see_the_link() {
        var dora = registers("dora");
        var emil = registers("emil");
        web().has(PAGE, page("Swallows"));

        var shown = Concurrently.call(8, number -> previews(number % 2 == 0 ? dora : emil, PAGE));

        assertThat(shown).containsOnly(JsonObject.of("og:title", "Swallows"));
        assertThat(previews(dora, "HTTPS://example.org:443/swallows#nest")).isEqualTo(shown.getFirst());
        assertThat(web().reads()).containsExactly(PAGE);
    }

    @Test
    void what_was_read_is_known_after_a_restart_until_it_is_too_old() {
        var dora = registers("dora");
        web().has(PAGE, page("Swallows"));
        previews(dora, PAGE);
        restart();

        assertThat(title(previews(dora, PAGE))).contains("Swallows");
        web().has(PAGE, page("Martins"));
        server().clock().pass(PreviewConfig.DEFAULT.lifetime());
        assertThat(title(previews(dora, PAGE))).contains("Martins");
    }

    @Test
    void a_preview_of_an_earlier_time_is_still_there() {
        var dora = registers("dora");
        web().has(PAGE, page("Swallows"));
        previews(dora, PAGE);
        var then = server().clock().instant();
        server().clock().pass(Duration.ofDays(1));
        web().has(PAGE, page("Martins"));
        previews(dora, PAGE);

        var ofThen = previews(server(), dora, PAGE, Optional.of(then.plusSeconds(60)));
        assertThat(title(ofThen)).contains("Swallows");
        for (var time : List.of(then.minusSeconds(1), then.plus(Duration.ofHours(12)), Instant.MAX)) {
            assertThat(title(previews(server(), dora, PAGE, Optional.of(time)))).contains("Martins");
        }
        assertThat(web().reads()).hasSize(2);
    }

    @Test
    void a_page_that_cannot_be_read_is_not_tried_for_each_who_asks() {
        var dora = registers("dora");
        assertThatThrownBy(() -> previews(dora, PAGE)).isInstanceOf(RemoteFailure.class);
        web().has(PAGE, page("Swallows"));
        assertThatThrownBy(() -> previews(dora, PAGE)).isInstanceOf(RemoteFailure.class);

        server().clock().pass(Duration.ofMinutes(1));
        assertThat(title(previews(dora, PAGE))).contains("Swallows");
        assertThat(web().reads()).hasSize(2);
    }

    @Test
    void what_is_no_link_to_the_web_is_refused() {
        var dora = registers("dora");
        for (var link : List.of("swallows", "ftp://example.org/", "https://dora@example.org/", "file:///etc/passwd")) {
            assertThatThrownBy(() -> previews(dora, link)).isInstanceOf(InvalidParam.class);
        }
        assertThatThrownBy(() -> previews(dora, "http://example.org:25/")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> previews(Server.guest("g"), PAGE)).isInstanceOf(GuestAccessForbidden.class);
        assertThat(web().reads()).isEmpty();
    }

    private static PreviewConfig config(boolean enabled, List<String> allowed, List<String> denied) {
        var usual = PreviewConfig.DEFAULT;
        return new PreviewConfig(
                enabled,
                allowed.stream().map(HostPattern::parse).toList(),
                denied.stream().map(HostPattern::parse).toList(),
                usual.maxPageBytes(),
                usual.maxImageBytes(),
                usual.patience(),
                usual.lifetime(),
                usual.keptFor(),
                usual.languages());
    }

    private Server with(PreviewConfig config) {
        var web = web();
        return Server.on(storage())
                .with(PreviewConfig.class, config)
                .with(FakeWeb.class, web)
                .with(LinkReader.class, web);
    }

    @Test
    void administrators_say_which_hosts_are_called() {
        var dora = registers("dora");
        web().has(PAGE, page("Swallows", Optional.of(URI.create(IMAGE))));
        web().has(IMAGE, new Linked.Picture(URI.create(IMAGE), PNG, png()));
        try (var server = with(config(true, List.of("example.org"), List.of("cdn.example.org")))) {
            assertThat(previews(server, dora, PAGE, Optional.empty())).isEqualTo(JsonObject.of("og:title", "Swallows"));
            for (var link : List.of(IMAGE, "https://cdn.example.org./", "https://example.com/")) {
                assertThatThrownBy(() -> previews(server, dora, link, Optional.empty()))
                        .isInstanceOf(Forbidden.class);
            }
        }
        assertThat(web().reads()).containsExactly(PAGE);
    }

    @Test
    void a_server_without_previews_says_so() {
        var dora = registers("dora");
        assertThat(previewsAreEnabled(server(), dora)).isTrue();
        try (var server = with(config(false, List.of(), List.of()))) {
            assertThat(previewsAreEnabled(server, dora)).isFalse();
            assertThatThrownBy(() -> previews(server, dora, PAGE, Optional.empty()))
                    .isInstanceOf(Forbidden.class);
        }
        assertThat(web().reads()).isEmpty();
    }

    private static boolean previewsAreEnabled(Server server, Requester user) {
        return server.get(GetCapabilities.class)
                .capabilities(user)
                .object("io.element.msc4452.preview_url")
                .flatMap(capability -> capability.bool("enabled"))
                .orElseThrow();
    }

    @Test
    void previews_are_limited() {
        var dora = registers("dora");
        web().has(PAGE, page("Swallows"));
        try (var server = with(PreviewConfig.DEFAULT).with(RateLimitConfig.class, RateLimitConfig.DEFAULT)) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i <= RateLimitConfig.DEFAULT.preview().burst(); i++) {
                            previews(server, dora, PAGE, Optional.empty());
                        }
                    })
                    .isInstanceOf(LimitExceeded.class);
        }
    }
}
