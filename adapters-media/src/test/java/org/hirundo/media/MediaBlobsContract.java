package org.hirundo.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.hirundo.application.port.media.BlobId;
import org.hirundo.application.port.media.MediaBlobs;
import org.hirundo.application.port.media.MediaBlobs.Stored;
import org.hirundo.domain.error.TooLarge;
import org.junit.jupiter.api.Test;

/** What every {@link MediaBlobs} guarantees. */
public abstract class MediaBlobsContract {

    private static final String SHA_256_OF_HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    /** The blobs under test, empty when a test begins. */
    protected abstract MediaBlobs blobs();

    /** The time as the blobs know it. */
    protected abstract Instant now();

    /** Lets a time pass that the blobs notice. */
    protected abstract void pass(Duration time);

    /** The blobs after a restart. */
    protected abstract MediaBlobs reopened() throws IOException;

    /** Stores a text. */
    protected final Stored store(String text) throws IOException {
        return blobs().store(bytes(text), 1000);
    }

    private String read(BlobId id) throws IOException {
        return read(blobs(), id);
    }

    private static String read(MediaBlobs blobs, BlobId id) throws IOException {
        try (var bytes = blobs.open(id).orElseThrow().bytes()) {
            return new String(bytes.readAllBytes(), UTF_8);
        }
    }

    /** A text as it arrives. */
    protected static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private Set<BlobId> storedBefore(Instant time) throws IOException {
        var all = new HashSet<BlobId>();
        blobs().forEachStoredBefore(time, 2, batch -> {
            assertThat(batch).hasSizeBetween(1, 2);
            all.addAll(batch);
        });
        return all;
    }

    private Set<BlobId> all() throws IOException {
        return storedBefore(now().plusSeconds(10));
    }

    @Test
    void what_is_stored_can_be_read() throws IOException {
        var stored = store("hello");

        assertThat(stored).isEqualTo(new Stored(new BlobId(SHA_256_OF_HELLO), 5));
        assertThat(read(stored.id())).isEqualTo("hello");
        try (var bytes = blobs().open(stored.id()).orElseThrow().bytes()) {
            assertThat(bytes.read()).isEqualTo('h');
        }
        assertThat(blobs().open(stored.id()).orElseThrow().size()).isEqualTo(5);
    }

    @Test
    void equal_bytes_are_stored_once() throws IOException {
        assertThat(store("hello")).isEqualTo(store("hello"));
        assertThat(all()).containsExactly(new BlobId(SHA_256_OF_HELLO));
    }

    @Test
    void nothing_is_a_blob_too() throws IOException {
        var stored = store("");

        assertThat(stored.size()).isZero();
        assertThat(read(stored.id())).isEmpty();
    }

    @Test
    void what_is_large_comes_back_whole() throws IOException {
        var large = "0123456789abcdef".repeat(100_000);
        var stored = blobs().store(bytes(large), Long.MAX_VALUE);

        assertThat(stored.size()).isEqualTo(large.length());
        assertThat(read(stored.id())).isEqualTo(large);
    }

    @Test
    void what_was_stored_is_there_after_a_restart() throws IOException {
        var stored = store("hello");
        assertThat(read(reopened(), stored.id())).isEqualTo("hello");
    }

    @Test
    void the_limit_is_the_largest_that_is_stored() throws IOException {
        assertThat(blobs().store(bytes("hello"), 5).size()).isEqualTo(5);
        assertThatThrownBy(() -> blobs().store(bytes("hello!"), 5)).isInstanceOf(TooLarge.class);
        assertThat(all()).hasSize(1);
    }

    @Test
    void of_an_upload_that_breaks_off_nothing_stays() throws IOException {
        var breaking = new FilterInputStream(bytes("hello")) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                var read = super.read(into, offset, length);
                if (read < 0) {
                    throw new IOException("The client is gone");
                }
                return read;
            }
        };

        assertThatThrownBy(() -> blobs().store(breaking, 100)).hasMessage("The client is gone");
        assertThat(all()).isEmpty();
    }

    @Test
    void names_that_are_no_hashes_are_refused() throws IOException {
        for (var name : List.of("", "secret", "../secret", "A".repeat(64), "a".repeat(63), "a/" + "b".repeat(62))) {
            assertThatThrownBy(() -> blobs().open(new BlobId(name))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> blobs().deleteStoredBefore(new BlobId(name), now()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(blobs().open(new BlobId("a".repeat(64)))).isEmpty();
    }

    @Test
    void what_is_deleted_is_gone_and_can_come_again() throws IOException {
        var id = store("hello").id();
        var later = now().plusSeconds(10);
        blobs().deleteStoredBefore(id, later);
        blobs().deleteStoredBefore(id, later);
        assertThat(blobs().open(id)).isEmpty();
        assertThat(all()).isEmpty();

        store("hello");
        assertThat(read(id)).isEqualTo("hello");
    }

    @Test
    void what_came_again_is_as_young_as_if_it_had_come_for_the_first_time() throws IOException {
        var old = store("old").id();
        var again = store("again").id();
        pass(Duration.ofSeconds(3));
        var then = now();
        store("again");
        var young = store("young").id();

        assertThat(storedBefore(then)).containsExactly(old);
        for (var id : List.of(old, again, young)) {
            blobs().deleteStoredBefore(id, then);
        }
        assertThat(all()).containsExactlyInAnyOrder(again, young);
        assertThat(read(again)).isEqualTo("again");
    }

    @Test
    void all_are_listed_however_many() throws IOException {
        var stored = new HashSet<BlobId>();
        for (int number = 0; number < 9; number++) {
            stored.add(store("number " + number).id());
        }
        assertThat(all()).isEqualTo(stored);
    }

    @Test
    void many_may_store_the_same_at_once() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var task = (Callable<Stored>) () -> store("hello");

            assertThat(threads.invokeAll(Collections.nCopies(50, task)))
                    .allSatisfy(done -> assertThat(done.get().size()).isEqualTo(5));
        }
        assertThat(all()).hasSize(1);
        assertThat(read(new BlobId(SHA_256_OF_HELLO))).isEqualTo("hello");
    }
}
