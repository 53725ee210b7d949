package org.hirundo.media.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.hirundo.application.port.media.BlobId;
import org.hirundo.application.port.media.MediaBlobs.Stored;
import org.hirundo.domain.error.TooLarge;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBlobsTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final String SHA_256_OF_HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    @TempDir
    private Path folder;

    private FileBlobs blobs;

    @BeforeEach
    void open() throws IOException {
        blobs = new FileBlobs(folder, InstantSource.fixed(NOW));
    }

    @Test
    void what_is_stored_can_be_read() throws IOException {
        var stored = store("hello");

        assertThat(stored).isEqualTo(new Stored(new BlobId(SHA_256_OF_HELLO), 5));
        assertThat(read(stored.id())).isEqualTo("hello");
        assertThat(blobs.open(stored.id()).orElseThrow().size()).isEqualTo(5);
    }

    @Test
    void equal_bytes_are_stored_once() throws IOException {
        assertThat(store("hello")).isEqualTo(store("hello"));
        assertThat(files()).hasSize(1);
    }

    @Test
    void nothing_is_a_blob_too() throws IOException {
        var stored = store("");

        assertThat(stored.size()).isZero();
        assertThat(read(stored.id())).isEmpty();
    }

    @Test
    void what_was_stored_is_there_after_a_restart() throws IOException {
        var stored = store("hello");
        open();
        assertThat(read(stored.id())).isEqualTo("hello");
    }

    @Test
    void the_limit_is_the_largest_that_is_stored() throws IOException {
        assertThat(blobs.store(bytes("hello"), 5).size()).isEqualTo(5);
        assertThatThrownBy(() -> blobs.store(bytes("hello!"), 5)).isInstanceOf(TooLarge.class);
        assertThat(files()).hasSize(1);
    }

    @Test
    void of_an_upload_that_breaks_off_nothing_stays() {
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

        assertThatThrownBy(() -> blobs.store(breaking, 100)).hasMessage("The client is gone");
        assertThat(files()).isEmpty();
    }

    @Test
    void what_is_deleted_is_gone_and_can_come_again() throws IOException {
        var id = store("hello").id();
        blobs.delete(id);
        blobs.delete(id);
        assertThat(blobs.open(id)).isEmpty();
        assertThat(files()).isEmpty();

        store("hello");
        assertThat(read(id)).isEqualTo("hello");
    }

    @Test
    void names_that_are_no_hashes_reach_no_file() throws IOException {
        Files.writeString(folder.resolve("secret"), "secret");
        for (var name : List.of("", "secret", "../secret", "A".repeat(64), "a".repeat(63), "a/" + "b".repeat(62))) {
            assertThatThrownBy(() -> blobs.open(new BlobId(name))).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(blobs.open(new BlobId("a".repeat(64)))).isEmpty();
    }

    @Test
    void what_a_crash_left_is_deleted_later_and_what_is_under_way_is_not() throws IOException {
        var incoming = folder.resolve("incoming");
        var left = Files.writeString(incoming.resolve("left"), "half");
        Files.setLastModifiedTime(left, FileTime.from(NOW.minusSeconds(2 * 24 * 3600)));
        var underWay = Files.writeString(incoming.resolve("underway"), "half");
        Files.setLastModifiedTime(underWay, FileTime.from(NOW.minusSeconds(3600)));

        open();

        assertThat(left).doesNotExist();
        assertThat(underWay).exists();
    }

    @Test
    void many_may_store_the_same_at_once() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var task = (Callable<Stored>) () -> store("hello");

            assertThat(threads.invokeAll(Collections.nCopies(50, task)))
                    .allSatisfy(done -> assertThat(done.get().size()).isEqualTo(5));
        }
        assertThat(files()).hasSize(1);
        assertThat(read(new BlobId(SHA_256_OF_HELLO))).isEqualTo("hello");
    }

    private Stored store(String text) throws IOException {
        return blobs.store(bytes(text), 1000);
    }

    private String read(BlobId id) throws IOException {
        try (var bytes = blobs.open(id).orElseThrow().bytes()) {
            return new String(bytes.readAllBytes(), UTF_8);
        }
    }

    private List<Path> files() {
        try (var tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
