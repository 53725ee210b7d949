package org.hirundo.contract.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.imageio.ImageIO;
import org.hirundo.application.account.DeactivateAccount;
import org.hirundo.application.config.MediaConfig;
import org.hirundo.application.config.MediaConfig.Quota;
import org.hirundo.application.media.Content;
import org.hirundo.application.media.DeleteMediaOfUser;
import org.hirundo.application.media.DownloadMedia;
import org.hirundo.application.media.FillMedia;
import org.hirundo.application.media.GetThumbnail;
import org.hirundo.application.media.MediaRemoval;
import org.hirundo.application.media.ReserveMedia;
import org.hirundo.application.media.SweepMedia;
import org.hirundo.application.media.Upload;
import org.hirundo.application.media.UploadMedia;
import org.hirundo.application.media.Viewer;
import org.hirundo.application.port.media.BlobId;
import org.hirundo.application.port.media.Media;
import org.hirundo.application.port.media.MediaBlobs;
import org.hirundo.application.session.Requester;
import org.hirundo.application.upkeep.Upkeep;
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
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.media.ThumbnailMethod;
import org.hirundo.domain.media.ThumbnailRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Uploading and reading media. */
public abstract class MediaStory extends PeopleStory {

    private static final Viewer STRANGER = new Viewer(Optional.empty(), ADDRESS);

    private static MediaConfig config(long maxUploadBytes, Instant frozenAt, Quota quota) {
        var usual = MediaConfig.DEFAULT;
        return new MediaConfig(
                maxUploadBytes,
                usual.maxThumbnailBytes(),
                usual.unusedLifetime(),
                usual.maxPendingUploads(),
                usual.maxWait(),
                frozenAt,
                quota);
    }

    private static Upload file(byte[] bytes, String type) {
        return new Upload(
                new ByteArrayInputStream(bytes),
                OptionalLong.of(bytes.length),
                Optional.of(type),
                Optional.of("näme.txt"));
    }

    private static Upload text(String text) {
        return file(text.getBytes(UTF_8), "text/plain");
    }

    private static Viewer viewer(Requester requester) {
        return new Viewer(Optional.of(requester), ADDRESS);
    }

    private MxcUri uploads(Requester user, Upload upload) {
        try {
            return the(UploadMedia.class).upload(user, upload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fills(Requester user, MxcUri uri, Upload upload) {
        try {
            the(FillMedia.class).fill(user, uri, upload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MxcUri reserves(Requester user) {
        return the(ReserveMedia.class).reserve(user).uri();
    }

    private Content downloads(Viewer viewer, MxcUri uri) {
        return downloads(viewer, uri, Duration.ZERO);
    }

    private Content downloads(Viewer viewer, MxcUri uri, Duration timeout) {
        try {
            return the(DownloadMedia.class)
                    .download(viewer, new DownloadMedia.Download(uri, Optional.empty(), timeout));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Content thumbnail(Requester user, MxcUri uri, int width, int height, ThumbnailMethod method) {
        return thumbnail(viewer(user), uri, new ThumbnailRequest(width, height, method, false));
    }

    private Content thumbnail(Viewer viewer, MxcUri uri, ThumbnailRequest request) {
        try {
            return the(GetThumbnail.class).get(viewer, new GetThumbnail.Wanted(uri, request, Duration.ZERO));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Content content) {
        try (var in = content.bytes()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String string(Content content) {
        return new String(bytes(content), UTF_8);
    }

    private static byte[] picture(int width, int height, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String size(Content content) {
        try {
            var picture = ImageIO.read(content.bytes());
            return picture.getWidth() + "x" + picture.getHeight();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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

    private Optional<BlobId> blob(MxcUri uri) {
        return storage().media().find(uri).flatMap(Media::blob);
    }

    private boolean isStored(BlobId blob) {
        try {
            var opened = the(MediaBlobs.class).open(blob);
            return opened.isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deletesAll(Requester user) {
        try {
            the(DeleteMediaOfUser.class).delete(user.user());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tidiesUp() {
        try {
            the(SweepMedia.class).sweep();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void deleted_media_are_gone_with_their_thumbnails_and_their_bytes() {
        var dora = registers("dora");
        var uri = uploads(dora, file(picture(1000, 500, "png"), "image/png"));
        thumbnail(dora, uri, 300, 100, ThumbnailMethod.SCALE);
        var picture = blob(uri).orElseThrow();
        var thumbnail = storage().media().thumbnails(uri).getFirst().blob();
        server().clock().pass(Duration.ofHours(2));

        deletesAll(dora);

        assertThatThrownBy(() -> downloads(viewer(dora), uri)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> thumbnail(dora, uri, 300, 100, ThumbnailMethod.SCALE))
                .isInstanceOf(NotFound.class);
        assertThat(isStored(picture)).isFalse();
        assertThat(isStored(thumbnail)).isFalse();
    }

    @Test
    void bytes_that_somebody_else_uploaded_too_stay() {
        var dora = registers("dora");
        var emil = registers("emil");
        var doras = uploads(dora, text("the same"));
        var emils = uploads(emil, text("the same"));
        server().clock().pass(Duration.ofHours(2));

        deletesAll(dora);
        assertThatThrownBy(() -> downloads(viewer(emil), doras)).isInstanceOf(NotFound.class);
        assertThat(string(downloads(viewer(dora), emils))).isEqualTo("the same");

        var blob = blob(emils).orElseThrow();
        deletesAll(emil);
        assertThat(isStored(blob)).isFalse();
    }

    @Test
    void bytes_that_came_a_moment_ago_are_left_to_a_sweep() {
        var dora = registers("dora");
        var uri = uploads(dora, text("young"));
        var blob = blob(uri).orElseThrow();

        deletesAll(dora);
        assertThatThrownBy(() -> downloads(viewer(dora), uri)).isInstanceOf(NotFound.class);
        assertThat(isStored(blob)).isTrue();
        tidiesUp();
        assertThat(isStored(blob)).isTrue();

        server().clock().pass(Duration.ofHours(2));
        tidiesUp();
        assertThat(isStored(blob)).isFalse();
    }

    @Test
    void what_a_crash_left_is_swept_and_nothing_else() throws IOException {
        var dora = registers("dora");
        var picture = uploads(dora, file(picture(1000, 500, "png"), "image/png"));
        thumbnail(dora, picture, 300, 100, ThumbnailMethod.SCALE);
        // The server stopped after it had stored the bytes and before it wrote down what they are.
        var left = the(MediaBlobs.class)
                .store(new ByteArrayInputStream("left".getBytes(UTF_8)), 100)
                .id();
        server().clock().pass(Duration.ofHours(2));

        tidiesUp();

        assertThat(isStored(left)).isFalse();
        assertThat(size(thumbnail(dora, picture, 300, 100, ThumbnailMethod.SCALE)))
                .isEqualTo("320x160");
        assertThat(downloads(viewer(dora), picture).size()).isPositive();
    }

    @Test
    void tidying_up_goes_on_by_itself() {
        var dora = registers("dora");
        the(Upkeep.class).begin();
        var uri = reserves(dora);
        server().clock().pass(Duration.ofHours(25));
        assertThat(storage().media().find(uri)).isPresent();

        server().clock().pass(Duration.ofHours(25));
        assertThat(storage().media().find(uri)).isEmpty();

        var second = reserves(dora);
        the(Upkeep.class).close();
        server().clock().pass(Duration.ofHours(100));
        assertThat(storage().media().find(second)).isPresent();
    }

    @Test
    void who_is_erased_leaves_no_media() {
        var dora = registers("dora");
        var emil = registers("emil");
        var uri = uploads(dora, text("dora's"));
        var reserved = reserves(dora);
        var stays = uploads(emil, text("emil's"));
        server().clock().pass(Duration.ofHours(2));

        the(DeactivateAccount.class).deactivate(dora, authenticated(dora, JsonObject.of("erase", JsonBoolean.TRUE)));

        assertThatThrownBy(() -> downloads(viewer(emil), uri)).isInstanceOf(NotFound.class);
        assertThat(storage().media().find(reserved)).isEmpty();
        assertThat(string(downloads(viewer(emil), stays))).isEqualTo("emil's");
    }

    @Test
    void who_closes_the_account_without_being_erased_leaves_media() {
        var dora = registers("dora");
        var emil = registers("emil");
        var uri = uploads(dora, text("dora's"));

        the(DeactivateAccount.class).deactivate(dora, authenticated(dora, JsonObject.EMPTY));

        assertThat(string(downloads(viewer(emil), uri))).isEqualTo("dora's");
    }

    private Server with(Quota quota) {
        var config = config(MediaConfig.DEFAULT.maxUploadBytes(), Instant.EPOCH, quota);
        return Server.on(storage()).with(MediaConfig.class, config).with(MediaBlobs.class, the(MediaBlobs.class));
    }

    /** What a client sends that does not say how much it is. */
    private static Upload unannounced(String text) {
        return new Upload(
                new ByteArrayInputStream(text.getBytes(UTF_8)),
                OptionalLong.empty(),
                Optional.of("text/plain"),
                Optional.empty());
    }

    @Test
    void a_quota_is_refused_before_bytes_are_received_and_while_they_are() throws IOException {
        var dora = registers("dora");
        try (var server = with(new Quota(OptionalLong.of(10), OptionalLong.empty(), Duration.ofDays(1)))) {
            var upload = server.get(UploadMedia.class);
            var uri = upload.upload(dora, text("1234567"));
            var unread = new ByteArrayInputStream("1234".getBytes(UTF_8));
            var announced = new Upload(unread, OptionalLong.of(4), Optional.empty(), Optional.empty());
            assertThatThrownBy(() -> upload.upload(dora, announced)).isInstanceOf(Forbidden.class);
            assertThat(unread.available()).isEqualTo(4);
            assertThatThrownBy(() -> upload.upload(dora, unannounced("1234"))).isInstanceOf(Forbidden.class);
            var reserved = server.get(ReserveMedia.class).reserve(dora).uri();
            var fill = server.get(FillMedia.class);
            assertThatThrownBy(() -> fill.fill(dora, reserved, unannounced("1234")))
                    .isInstanceOf(Forbidden.class);
            fill.fill(dora, reserved, unannounced("123"));
            assertThatThrownBy(() -> upload.upload(dora, text("1"))).isInstanceOf(Forbidden.class);
            upload.upload(registers("emil"), text("1234567890"));

            server.get(MediaRemoval.class).remove(List.of(uri));
            upload.upload(dora, text("7654321"));
        }
    }

    @Test
    void a_quota_for_a_time_is_there_again_when_the_time_has_passed() throws IOException {
        var dora = registers("dora");
        try (var server = with(new Quota(OptionalLong.of(25), OptionalLong.of(10), Duration.ofDays(1)))) {
            var upload = server.get(UploadMedia.class);
            upload.upload(dora, text("1234567890"));
            assertThatThrownBy(() -> upload.upload(dora, text("1"))).isInstanceOf(Forbidden.class);
            server.clock().pass(Duration.ofDays(1).plusMillis(1));
            upload.upload(dora, text("2234567890"));
            server.clock().pass(Duration.ofDays(1).plusMillis(1));
            assertThatThrownBy(() -> upload.upload(dora, text("3234567890"))).isInstanceOf(Forbidden.class);
            upload.upload(dora, text("32345"));
        }
    }

    @Test
    void of_many_uploads_at_once_no_more_than_the_quota_is_kept() {
        var dora = registers("dora");
        try (var server = with(new Quota(OptionalLong.of(25), OptionalLong.empty(), Duration.ofDays(1)))) {
            var upload = server.get(UploadMedia.class);
            var kept = Concurrently.call(12, number -> {
                try {
                    upload.upload(dora, unannounced("%010d".formatted(number)));
                    return "kept";
                } catch (Forbidden reached) {
                    return "refused";
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertThat(kept).filteredOn("kept"::equals).hasSize(2);
            assertThat(storage().media().usage(dora.user(), Instant.EPOCH).total())
                    .isEqualTo(20);
        }
    }

    @Test
    void application_services_have_no_quota() throws IOException {
        var bridge = registers("bridge");
        var service = new Requester(
                bridge.user(), bridge.device(), Requester.Kind.APPSERVICE, false, false, bridge.accessToken());
        try (var server = with(new Quota(OptionalLong.of(1), OptionalLong.of(1), Duration.ofDays(1)))) {
            server.get(UploadMedia.class).upload(service, text("1234567890"));
        }
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
