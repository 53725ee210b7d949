package org.hirundo.contract.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.media.BlobId;
import org.hirundo.application.port.media.Media;
import org.hirundo.application.port.media.MediaStore;
import org.hirundo.application.port.media.MediaStore.Thumbnail;
import org.hirundo.application.port.media.MediaStore.Usage;
import org.hirundo.contract.StorageContract;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.contract.fixture.Users;
import org.hirundo.domain.id.MxcUri;
import org.hirundo.domain.id.ServerName;
import org.junit.jupiter.api.Test;

/** What every {@link MediaStore} guarantees. */
public abstract class MediaStoreContract extends StorageContract {

    private static final Instant THEN = Instant.ofEpochMilli(1_700_000_000_123L);
    private static final MxcUri URI = uri("hirundo.example", "abc");

    private MediaStore store() {
        return storage().media();
    }

    private static MxcUri uri(String server, String mediaId) {
        return new MxcUri(ServerName.parse(server), mediaId);
    }

    private static BlobId blob(int number) {
        return new BlobId("%064x".formatted(number));
    }

    private static Media uploaded(MxcUri uri, int number) {
        return new Media(
                uri,
                Optional.of(Users.ALICE),
                Optional.of(blob(number)),
                "image/png",
                Optional.of("\uD83D\uDC26 \"swallow\".png"),
                number,
                THEN,
                Optional.empty());
    }

    private static Media reserved(MxcUri uri) {
        return new Media(
                uri,
                Optional.of(Users.ALICE),
                Optional.empty(),
                "application/octet-stream",
                Optional.empty(),
                0,
                THEN,
                Optional.of(THEN.plusSeconds(60)));
    }

    private static Thumbnail thumbnail(int width, int height, String method, boolean animated, int number) {
        return new Thumbnail(width, height, method, animated, "image/webp", number, blob(number));
    }

    @Test
    void a_medium_is_found_as_it_was_added() {
        var local = uploaded(URI, 7);
        var remote = new Media(
                uri("swallow.example:8448", "abc"),
                Optional.empty(),
                Optional.of(blob(1)),
                "text/plain; charset=utf-8",
                Optional.empty(),
                1L << 40,
                THEN,
                Optional.empty());

        assertThat(store().add(local)).isTrue();
        assertThat(store().add(remote)).isTrue();
        assertThat(store().add(reserved(uri("hirundo.example", "reserved")))).isTrue();

        assertThat(store().find(URI)).contains(local);
        assertThat(store().find(remote.uri())).contains(remote);
        assertThat(store().find(uri("hirundo.example", "reserved")))
                .contains(reserved(uri("hirundo.example", "reserved")));
    }

    @Test
    void an_unknown_medium_is_not_found() {
        store().add(uploaded(URI, 1));

        assertThat(store().find(uri("hirundo.example", "ABC"))).isEmpty();
        assertThat(store().find(uri("swallow.example", "abc"))).isEmpty();
    }

    @Test
    void a_taken_uri_is_refused_and_its_medium_stays() {
        store().add(uploaded(URI, 1));

        assertThat(store().add(uploaded(URI, 2))).isFalse();

        assertThat(store().find(URI)).contains(uploaded(URI, 1));
    }

    @Test
    void one_of_many_who_want_the_same_uri_gets_it() {
        var added = Concurrently.call(12, caller -> store().add(uploaded(URI, caller)));

        assertThat(added).containsOnlyOnce(true);
        assertThat(store().find(URI)).contains(uploaded(URI, added.indexOf(true)));
    }

    @Test
    void media_ids_are_compared_by_bytes_and_not_cut_off() {
        var ids = List.of("abc", "Abc", "abc_", "abc-", "m".repeat(255));
        for (int number = 0; number < ids.size(); number++) {
            assertThat(store().add(uploaded(uri("hirundo.example", ids.get(number)), number)))
                    .isTrue();
        }

        for (int number = 0; number < ids.size(); number++) {
            var uri = uri("hirundo.example", ids.get(number));
            assertThat(store().find(uri)).contains(uploaded(uri, number));
        }
    }

    @Test
    void a_reserved_medium_is_filled_once() {
        store().add(reserved(URI));

        assertThat(store().fill(uploaded(URI, 1))).isTrue();
        assertThat(store().fill(uploaded(URI, 2))).isFalse();

        assertThat(store().find(URI)).contains(uploaded(URI, 1));
    }

    @Test
    void one_of_many_fills_a_reserved_medium() {
        store().add(reserved(URI));

        var filled = Concurrently.call(12, caller -> store().fill(uploaded(URI, caller)));

        assertThat(filled).containsOnlyOnce(true);
        assertThat(store().find(URI)).contains(uploaded(URI, filled.indexOf(true)));
    }

    @Test
    void what_was_not_reserved_is_not_filled() {
        assertThat(store().fill(uploaded(URI, 1))).isFalse();

        assertThat(store().find(URI)).isEmpty();
    }

    @Test
    void thumbnails_are_kept_by_size_method_and_animation() {
        store().add(uploaded(URI, 1));
        var all = List.of(
                thumbnail(32, 32, "crop", false, 1),
                thumbnail(32, 32, "crop", true, 2),
                thumbnail(32, 32, "scale", false, 3),
                thumbnail(32, 24, "crop", false, 4),
                thumbnail(24, 32, "crop", false, 5));

        all.forEach(thumbnail -> store().addThumbnail(URI, thumbnail));

        assertThat(store().thumbnails(URI)).containsExactlyInAnyOrderElementsOf(all);
        assertThat(store().thumbnails(uri("hirundo.example", "ABC"))).isEmpty();
    }

    @Test
    void a_new_thumbnail_takes_the_place_of_its_predecessor() {
        store().add(uploaded(URI, 1));
        store().addThumbnail(URI, thumbnail(32, 32, "crop", false, 1));
        store().addThumbnail(URI, thumbnail(32, 32, "scale", false, 2));

        store().addThumbnail(URI, thumbnail(32, 32, "crop", false, 3));

        assertThat(store().thumbnails(URI))
                .containsExactlyInAnyOrder(thumbnail(32, 32, "crop", false, 3), thumbnail(32, 32, "scale", false, 2));
    }

    @Test
    void thumbnails_made_at_the_same_time_are_all_kept() {
        store().add(uploaded(URI, 1));
        var made = Concurrently.call(12, caller -> {
            var thumbnail = thumbnail(32 + caller / 2, 32, "crop", false, 1);
            store().addThumbnail(URI, thumbnail);
            return thumbnail;
        });

        assertThat(store().thumbnails(URI)).hasSize(6).containsAll(made);
    }

    @Test
    void there_is_no_thumbnail_without_its_medium() {
        store().addThumbnail(URI, thumbnail(32, 32, "crop", false, 1));
        assertThat(store().thumbnails(URI)).isEmpty();

        store().add(uploaded(URI, 1));
        assertThat(store().thumbnails(URI)).isEmpty();
    }

    @Test
    void a_deleted_medium_is_gone_with_its_thumbnails_and_leaves_their_blobs() {
        var other = uri("hirundo.example", "abcd");
        store().add(uploaded(URI, 1));
        store().add(uploaded(other, 1));
        store().addThumbnail(URI, thumbnail(32, 32, "crop", false, 2));
        store().addThumbnail(URI, thumbnail(96, 96, "crop", false, 3));
        store().addThumbnail(other, thumbnail(96, 96, "crop", false, 3));

        assertThat(store().delete(List.of(URI, uri("hirundo.example", "nothing"))))
                .containsExactlyInAnyOrder(blob(1), blob(2), blob(3));

        assertThat(store().find(URI)).isEmpty();
        assertThat(store().thumbnails(URI)).isEmpty();
        assertThat(store().find(other)).isPresent();
        assertThat(store().thumbnails(other)).hasSize(1);
        assertThat(store().delete(List.of(URI))).isEmpty();
        assertThat(store().delete(List.of())).isEmpty();
    }

    @Test
    void a_blob_is_referenced_as_long_as_a_medium_or_a_thumbnail_has_it() {
        var other = uri("hirundo.example", "other");
        store().add(uploaded(URI, 1));
        store().add(uploaded(other, 2));
        store().addThumbnail(other, thumbnail(32, 32, "crop", false, 1));
        var asked = Set.of(blob(1), blob(2), blob(3));

        assertThat(store().referenced(asked)).containsExactlyInAnyOrder(blob(1), blob(2));
        store().delete(List.of(URI));
        assertThat(store().referenced(asked)).containsExactlyInAnyOrder(blob(1), blob(2));
        store().delete(List.of(other));
        assertThat(store().referenced(asked)).isEmpty();
        assertThat(store().referenced(Set.of())).isEmpty();
    }

    @Test
    void media_are_deleted_while_thumbnails_are_made_of_them() {
        store().add(uploaded(URI, 1));

        Concurrently.call(12, caller -> {
            if (caller == 6) {
                return store().delete(List.of(URI));
            }
            store().addThumbnail(URI, thumbnail(32 + caller, 32, "crop", false, 1));
            return Set.<BlobId>of();
        });

        assertThat(store().thumbnails(URI)).isEmpty();
        assertThat(store().referenced(Set.of(blob(1)))).isEmpty();
    }

    @Test
    void the_media_of_a_user_are_those_uploaded_and_those_reserved() {
        var reserved = uri("hirundo.example", "reserved");
        store().add(uploaded(URI, 1));
        store().add(reserved(reserved));
        store().add(new Media(
                uri("swallow.example", "remote"),
                Optional.empty(),
                Optional.of(blob(1)),
                "image/png",
                Optional.empty(),
                1,
                THEN,
                Optional.empty()));

        assertThat(store().of(Users.ALICE, 10)).containsExactlyInAnyOrder(URI, reserved);
        assertThat(store().of(Users.ALICE, 1)).hasSize(1);
        assertThat(store().of(Users.BOB, 10)).isEmpty();
    }

    @Test
    void reserved_media_are_dropped_when_they_were_given_up_and_filled_ones_never() {
        var filled = uri("hirundo.example", "filled");
        store().add(reserved(URI));
        store().add(reserved(filled));
        store().fill(uploaded(filled, 1));

        store().deleteUnused(THEN.plusSeconds(60));
        assertThat(store().find(URI)).isPresent();

        store().deleteUnused(THEN.plusSeconds(60).plusMillis(1));
        assertThat(store().find(URI)).isEmpty();
        assertThat(store().find(filled)).isPresent();
        assertThat(store().fill(uploaded(URI, 1))).isFalse();
    }

    @Test
    void what_a_user_uploaded_is_counted_in_all_and_lately() {
        assertThat(store().usage(Users.ALICE, THEN)).isEqualTo(new Usage(0, 0));
        store().add(reserved(uri("hirundo.example", "reserved")));
        assertThat(store().usage(Users.ALICE, THEN)).isEqualTo(new Usage(0, 0));
        store().add(uploaded(URI, 7));
        store().add(uploaded(uri("hirundo.example", "other"), 5));
        store().fill(uploaded(uri("hirundo.example", "reserved"), 1_000_000_000));

        assertThat(store().usage(Users.ALICE, THEN)).isEqualTo(new Usage(1_000_000_012, 1_000_000_012));
        assertThat(store().usage(Users.ALICE, THEN.plusMillis(1))).isEqualTo(new Usage(1_000_000_012, 0));
        assertThat(store().usage(Users.BOB, THEN)).isEqualTo(new Usage(0, 0));
        store().delete(List.of(URI));
        assertThat(store().usage(Users.ALICE, THEN)).isEqualTo(new Usage(1_000_000_005, 1_000_000_005));
    }
}
