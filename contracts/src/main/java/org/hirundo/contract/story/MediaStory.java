package org.hirundo.contract.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.hirundo.application.config.MediaConfig;
import org.hirundo.application.config.MediaConfig.Quota;
import org.hirundo.application.media.DownloadMedia;
import org.hirundo.application.media.ReserveMedia;
import org.hirundo.application.media.Upload;
import org.hirundo.application.media.UploadMedia;
import org.hirundo.application.port.media.MediaBlobs;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.domain.error.CannotOverwriteMedia;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.GuestAccessForbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.LimitExceeded;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.error.NotYetUploaded;
import org.hirundo.domain.error.TooLarge;
import org.hirundo.domain.error.Unknown;
import org.hirundo.domain.id.MxcUri;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.media.ThumbnailMethod;
import org.hirundo.domain.media.ThumbnailRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Uploading and reading media. */
public abstract class MediaStory extends UploadStory {

    @Test
    void what_is_uploaded_is_read_by_others_with_its_name_and_type() {
        var dora = registers("dora");
        var emil = registers("emil");
        var uri = uploads(dora, text("hello"));

        assertThat(uri.server()).isEqualTo(Server.NAME);
        var content = downloads(viewer(emil), uri);
        assertThat(string(content)).isEqualTo("hello");
        assertThat(content.size()).isEqualTo(5);
        assertThat(content.type()).hasToString("text/plain");
        assertThat(content.disposition().toHeader()).startsWith("inline").contains("n%C3%A4me.txt");
    }

    @Test
    @Tag("easily-missed-23")
    void what_could_run_is_saved_rather_than_shown() {
        var dora = registers("dora");
        var uri = uploads(dora, file("<script>".getBytes(UTF_8), "text/html"));
        assertThat(downloads(viewer(dora), uri).disposition().toHeader()).startsWith("attachment");
        var unknown = new Upload(
                new ByteArrayInputStream(new byte[3]), OptionalLong.empty(), Optional.empty(), Optional.empty());
        var bytes = downloads(viewer(dora), uploads(dora, unknown));
        assertThat(bytes.type()).hasToString("application/octet-stream");
        assertThat(bytes.disposition().toHeader()).isEqualTo("attachment");
    }

    @Test
    void who_downloads_may_choose_the_name() throws IOException {
        var dora = registers("dora");
        var uri = uploads(dora, text("hello"));
        var wanted = new DownloadMedia.Download(uri, Optional.of("other.txt"), Duration.ZERO);
        assertThat(the(DownloadMedia.class)
                        .download(viewer(dora), wanted)
                        .disposition()
                        .toHeader())
                .isEqualTo("inline; filename=\"other.txt\"");
    }

    @Test
    void files_have_their_limits() {
        var dora = registers("dora");
        var small = config(5, MediaConfig.DEFAULT.frozenAt(), Quota.NONE);
        try (var server = Server.on(storage()).with(MediaConfig.class, small)) {
            var upload = server.get(UploadMedia.class);
            assertThatThrownBy(() -> upload.upload(dora, text("hello!"))).isInstanceOf(TooLarge.class);
            var unannounced = new Upload(
                    new ByteArrayInputStream("hello!".getBytes(UTF_8)),
                    OptionalLong.empty(),
                    Optional.empty(),
                    Optional.empty());
            assertThatThrownBy(() -> upload.upload(dora, unannounced)).isInstanceOf(TooLarge.class);
        }
        var longName = new Upload(
                new ByteArrayInputStream(new byte[1]),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.of("x".repeat(600)));
        assertThatThrownBy(() -> uploads(dora, longName)).isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> uploads(Server.guest("g"), text("hello"))).isInstanceOf(GuestAccessForbidden.class);
    }

    @Test
    void media_that_are_not_there_are_not_found() {
        var dora = registers("dora");
        for (var server : new ServerName[] {Server.NAME, ServerName.parse("elsewhere.example")}) {
            var nowhere = new MxcUri(server, "nothing");
            assertThatThrownBy(() -> downloads(viewer(dora), nowhere)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> fills(dora, nowhere, text("hello"))).isInstanceOf(NotFound.class);
        }
        var uri = uploads(dora, text("hello"));
        restart();
        assertThatThrownBy(() -> downloads(viewer(dora), uri)).isInstanceOf(NotFound.class);
    }

    @Test
    @Tag("easily-missed-23")
    void a_reserved_uri_is_filled_once_and_by_nobody_else() {
        var dora = registers("dora");
        var emil = registers("emil");
        var uri = reserves(dora);
        assertThatThrownBy(() -> downloads(viewer(dora), uri)).isInstanceOf(NotYetUploaded.class);
        assertThatThrownBy(() -> fills(emil, uri, text("emil's"))).isInstanceOf(Forbidden.class);

        fills(dora, uri, text("hello"));

        assertThat(string(downloads(viewer(emil), uri))).isEqualTo("hello");
        assertThatThrownBy(() -> fills(dora, uri, text("again"))).isInstanceOf(CannotOverwriteMedia.class);
        assertThatThrownBy(() -> fills(dora, uploads(dora, text("a")), text("b")))
                .isInstanceOf(CannotOverwriteMedia.class);
        assertThat(string(downloads(viewer(emil), uri))).isEqualTo("hello");
    }

    @Test
    void of_many_who_fill_a_uri_at_once_one_does() {
        var dora = registers("dora");
        var uri = reserves(dora);
        var filled = Concurrently.call(10, number -> {
            try {
                fills(dora, uri, text("number " + number));
                return "filled";
            } catch (CannotOverwriteMedia e) {
                return "refused";
            }
        });
        assertThat(filled).containsOnlyOnce("filled");
    }

    @Test
    @Tag("easily-missed-23")
    void who_waits_for_an_upload_gets_it_as_soon_as_it_comes() {
        var dora = registers("dora");
        var uri = reserves(dora);
        var read = Concurrently.call(4, number -> {
            if (number == 3) {
                fills(dora, uri, text("hello"));
                return "hello";
            }
            return string(downloads(viewer(dora), uri, Duration.ofSeconds(30)));
        });
        assertThat(read).containsOnly("hello");
    }

    @Test
    void a_reserved_uri_is_given_up_when_nothing_comes() {
        var dora = registers("dora");
        var reserved = the(ReserveMedia.class).reserve(dora);
        assertThat(reserved.expiresAt()).isEqualTo(server().clock().instant().plus(Duration.ofHours(24)));
        server().clock().pass(Duration.ofHours(24));

        assertThatThrownBy(() -> downloads(viewer(dora), reserved.uri())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> fills(dora, reserved.uri(), text("late"))).isInstanceOf(NotFound.class);
    }

    @Test
    void only_so_many_uris_wait_for_their_uploads() {
        var dora = registers("dora");
        var first = reserves(dora);
        for (int i = 1; i < MediaConfig.DEFAULT.maxPendingUploads(); i++) {
            reserves(dora);
        }
        assertThatThrownBy(() -> reserves(dora))
                .isInstanceOfSatisfying(LimitExceeded.class, limit -> assertThat(limit.retryAfter())
                        .isEqualTo(Duration.ofHours(24)));
        reserves(registers("emil"));
        fills(dora, first, text("hello"));
        reserves(dora);
        server().clock().pass(Duration.ofHours(24));
        reserves(dora);
    }

    @Test
    @Tag("easily-missed-23")
    void on_the_old_paths_nothing_new_is_read() throws IOException {
        var dora = registers("dora");
        var old = uploads(dora, text("old"));
        var blob = storage().media().find(old).orElseThrow().blob().orElseThrow();
        var frozen = config(100, server().clock().instant().plusSeconds(1), Quota.NONE);
        assertThatThrownBy(() -> downloads(STRANGER, old)).isInstanceOf(NotFound.class);
        try (var server =
                Server.on(storage()).with(MediaConfig.class, frozen).with(MediaBlobs.class, the(MediaBlobs.class))) {
            var download = new DownloadMedia.Download(old, Optional.empty(), Duration.ZERO);
            assertThat(string(server.get(DownloadMedia.class).download(STRANGER, download)))
                    .isEqualTo("old");
            server.clock().pass(Duration.ofSeconds(1));
            var young = server.get(UploadMedia.class).upload(dora, text("new"));
            assertThatThrownBy(() -> server.get(DownloadMedia.class)
                            .download(STRANGER, new DownloadMedia.Download(young, Optional.empty(), Duration.ZERO)))
                    .isInstanceOf(NotFound.class);
        }
        assertThat(the(MediaBlobs.class).open(blob)).isPresent();
    }

    @Test
    void a_large_picture_is_shown_small_and_the_small_one_is_kept() {
        var dora = registers("dora");
        var uri = uploads(dora, file(picture(1000, 500, "png"), "image/png"));

        var first = thumbnail(dora, uri, 300, 100, ThumbnailMethod.SCALE);
        assertThat(first.type()).hasToString("image/png");
        assertThat(first.disposition().toHeader()).isEqualTo("inline; filename=\"thumbnail.png\"");
        assertThat(size(first)).isEqualTo("320x160");
        assertThat(size(thumbnail(dora, uri, 90, 90, ThumbnailMethod.CROP))).isEqualTo("96x96");
        thumbnail(dora, uri, 310, 110, ThumbnailMethod.SCALE);

        assertThat(storage().media().thumbnails(uri)).hasSize(2);
    }

    @Test
    void a_small_picture_is_shown_as_it_is_unless_it_may_move() {
        var dora = registers("dora");
        var jpeg = picture(200, 100, "jpg");
        var still = uploads(dora, file(jpeg, "image/jpeg"));
        assertThat(bytes(thumbnail(dora, still, 400, 400, ThumbnailMethod.SCALE)))
                .isEqualTo(jpeg);

        var gif = picture(200, 100, "gif");
        var moving = uploads(dora, file(gif, "image/gif"));
        var stopped = thumbnail(dora, moving, 400, 400, ThumbnailMethod.SCALE);
        assertThat(stopped.type()).hasToString("image/png");
        assertThat(size(stopped)).isEqualTo("200x100");
        var animated = new ThumbnailRequest(400, 400, ThumbnailMethod.SCALE, true);
        assertThat(bytes(thumbnail(viewer(dora), moving, animated))).isEqualTo(gif);
    }

    @Test
    void a_picture_under_a_false_name_is_not_shown_as_it_is() {
        var dora = registers("dora");
        var uri = uploads(dora, file(picture(20, 10, "png"), "text/html"));
        assertThat(thumbnail(dora, uri, 32, 32, ThumbnailMethod.SCALE).type()).hasToString("image/png");
    }

    @Test
    void what_is_no_picture_or_too_large_has_no_thumbnail() {
        var dora = registers("dora");
        assertThatThrownBy(() -> thumbnail(dora, uploads(dora, text("hello")), 32, 32, ThumbnailMethod.CROP))
                .isInstanceOf(Unknown.class);
        var huge = uploads(dora, file(picture(5000, 1000, "png"), "image/png"));
        assertThatThrownBy(() -> thumbnail(dora, huge, 32, 32, ThumbnailMethod.CROP))
                .isInstanceOf(TooLarge.class);
        var waiting = reserves(dora);
        assertThatThrownBy(() -> thumbnail(dora, waiting, 32, 32, ThumbnailMethod.CROP))
                .isInstanceOf(NotYetUploaded.class);
        assertThatThrownBy(() -> thumbnail(STRANGER, huge, new ThumbnailRequest(32, 32, ThumbnailMethod.CROP, false)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_picture_moves_in_its_thumbnail_only_when_that_is_wanted() {
        var dora = registers("dora");
        var gif = uploads(dora, file(picture(1000, 500, "gif"), "image/gif"));
        var png = uploads(dora, file(picture(1000, 500, "png"), "image/png"));
        var moving = new ThumbnailRequest(300, 100, ThumbnailMethod.SCALE, true);
        for (int time = 0; time < 2; time++) {
            assertThat(thumbnail(dora, gif, 300, 100, ThumbnailMethod.SCALE).type())
                    .hasToString("image/png");
            assertThat(thumbnail(viewer(dora), gif, moving).type()).hasToString("image/gif");
            assertThat(thumbnail(viewer(dora), gif, moving).disposition().toHeader())
                    .contains("thumbnail.gif");
            assertThat(thumbnail(viewer(dora), png, moving).type()).hasToString("image/png");
        }
        assertThat(storage().media().thumbnails(gif)).hasSize(2);
        assertThat(storage().media().thumbnails(png)).hasSize(1);
    }
}
