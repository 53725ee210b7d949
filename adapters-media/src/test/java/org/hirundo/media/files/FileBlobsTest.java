package org.hirundo.media.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.hirundo.application.port.media.BlobId;
import org.hirundo.application.port.media.MediaBlobs;
import org.hirundo.media.MediaBlobsContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBlobsTest extends MediaBlobsContract {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-02T03:04:05Z"));

    @TempDir
    private Path folder;

    private FileBlobs blobs;

    @BeforeEach
    void open() throws IOException {
        blobs = new FileBlobs(folder, now::get);
    }

    @Override
    protected MediaBlobs blobs() {
        return blobs;
    }

    @Override
    protected Instant now() {
        return now.get();
    }

    @Override
    protected void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    @Override
    protected MediaBlobs reopened() throws IOException {
        return new FileBlobs(folder, now::get);
    }

    @Test
    void equal_bytes_are_one_file() throws IOException {
        store("hello");
        store("hello");
        assertThat(files()).hasSize(1);
    }

    @Test
    void of_what_is_refused_or_deleted_no_file_stays() throws IOException {
        assertThatThrownBy(() -> blobs.store(bytes("hello!"), 5)).isNotNull();
        blobs.deleteStoredBefore(store("hello").id(), now().plusSeconds(1));
        assertThat(files()).isEmpty();
    }

    @Test
    void names_that_are_no_hashes_reach_no_file() throws IOException {
        Files.writeString(folder.resolve("secret"), "secret");
        for (var name : List.of("secret", "../" + folder.getFileName() + "/secret")) {
            assertThatThrownBy(() -> blobs.open(new BlobId(name))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void what_a_crash_left_is_deleted_later_and_what_is_under_way_is_not() throws IOException {
        var incoming = folder.resolve("incoming");
        var left = Files.writeString(incoming.resolve("left"), "half");
        Files.setLastModifiedTime(left, FileTime.from(now().minusSeconds(2 * 24 * 3600)));
        var underWay = Files.writeString(incoming.resolve("underway"), "half");
        Files.setLastModifiedTime(underWay, FileTime.from(now().minusSeconds(3600)));

        open();

        assertThat(left).doesNotExist();
        assertThat(underWay).exists();
    }

    @Test
    void other_files_of_the_folder_are_not_taken_for_blobs() throws IOException {
        Files.createDirectories(folder.resolve("ab/cd"));
        Files.writeString(folder.resolve("ab/cd/readme"), "not a blob");
        Files.writeString(folder.resolve("readme"), "not a blob");
        blobs.forEachStoredBefore(Instant.MAX, 10, batch -> assertThat(batch).isEmpty());
    }

    @Test
    void what_comes_again_while_it_is_deleted_is_never_lost() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 200; round++) {
                var id = store("hello").id();
                pass(Duration.ofSeconds(1));
                var then = now();
                Callable<Object> again = () -> store("hello");
                Callable<Object> deletion = () -> {
                    blobs.deleteStoredBefore(id, then);
                    return id;
                };
                for (var done : threads.invokeAll(List.of(again, deletion, deletion))) {
                    done.get();
                }
                assertThat(blobs.open(id)).as("round " + round).isPresent();
            }
        }
    }

    private List<Path> files() throws IOException {
        try (var tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).toList();
        }
    }
}
