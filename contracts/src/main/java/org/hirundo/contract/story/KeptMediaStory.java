package org.hirundo.contract.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.hirundo.application.account.DeactivateAccount;
import org.hirundo.application.config.MediaConfig;
import org.hirundo.application.config.MediaConfig.Quota;
import org.hirundo.application.media.DeleteMediaOfUser;
import org.hirundo.application.media.FillMedia;
import org.hirundo.application.media.MediaRemoval;
import org.hirundo.application.media.ReserveMedia;
import org.hirundo.application.media.SweepMedia;
import org.hirundo.application.media.Upload;
import org.hirundo.application.media.UploadMedia;
import org.hirundo.application.port.media.BlobId;
import org.hirundo.application.port.media.Media;
import org.hirundo.application.port.media.MediaBlobs;
import org.hirundo.application.session.Requester;
import org.hirundo.application.upkeep.Upkeep;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.MxcUri;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.media.ThumbnailMethod;
import org.junit.jupiter.api.Test;

/** How many media are kept, and until when. */
public abstract class KeptMediaStory extends UploadStory {

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
}
