package org.hirundo.media.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.hirundo.application.port.media.MediaBlobs;
import org.hirundo.media.MediaBlobsContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3BlobsTest extends MediaBlobsContract {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-02T03:04:05Z"));

    @TempDir
    private Path folder;

    private TinyS3 s3;
    private S3Blobs blobs;

    @BeforeEach
    void open() throws IOException {
        s3 = new TinyS3(now::get);
        blobs = open(config("media/"));
    }

    @AfterEach
    void close() {
        blobs.close();
        s3.close();
    }

    private S3Config config(String prefix) {
        return config(s3.endpoint(), TinyS3.BUCKET, prefix, TinyS3.SECRET_KEY);
    }

    private static S3Config config(URI endpoint, String bucket, String prefix, String secretKey) {
        return new S3Config(endpoint, TinyS3.REGION, bucket, prefix, TinyS3.ACCESS_KEY, secretKey, true);
    }

    private S3Blobs open(S3Config config) throws IOException {
        return new S3Blobs(config, folder, now::get);
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
        blobs.close();
        blobs = open(config("media/"));
        return blobs;
    }

    @Test
    void objects_are_named_by_the_prefix_and_the_hash_and_nothing_stays_on_this_machine() throws IOException {
        var id = store("hello").id();
        assertThat(s3.names()).containsExactly("media/" + id.value());
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void what_others_keep_in_the_bucket_is_not_touched() throws IOException {
        s3.put("a".repeat(64), "not under the prefix");
        s3.put("media/readme", "not a blob");
        blobs.forEachStoredBefore(Instant.MAX, 10, batch -> assertThat(batch).isEmpty());
        try (var all = open(config(""))) {
            var seen = new java.util.ArrayList<String>();
            all.forEachStoredBefore(Instant.MAX, 10, batch -> batch.forEach(blob -> seen.add(blob.value())));
            assertThat(seen).containsExactly("a".repeat(64));
        }
    }

    @Test
    void a_failure_of_the_store_is_not_an_absence() throws IOException {
        var id = store("hello").id();
        s3.isInTrouble("SlowDown");
        assertThatThrownBy(() -> blobs.open(id)).isInstanceOf(S3Failure.class).hasMessageContaining("SlowDown");
        assertThatThrownBy(() -> store("again")).isInstanceOf(S3Failure.class);
        assertThatThrownBy(() -> blobs.deleteStoredBefore(id, Instant.MAX)).isInstanceOf(S3Failure.class);
    }

    @Test
    void who_has_the_wrong_key_is_told_so_and_nobody_is_told_the_secret() {
        assertThatThrownBy(() -> open(config(s3.endpoint(), TinyS3.BUCKET, "", "wrong-secret")))
                .isInstanceOf(S3Failure.class)
                .hasMessageContaining("media.s3.secret-key")
                .hasMessageNotContaining("wrong-secret");
        assertThat(config("")).asString().doesNotContain(TinyS3.SECRET_KEY);
    }

    @Test
    void a_bucket_that_is_not_there_is_named() {
        assertThatThrownBy(() -> open(config(s3.endpoint(), "martins", "", TinyS3.SECRET_KEY)))
                .isInstanceOf(S3Failure.class)
                .hasMessageContaining("martins")
                .hasMessageContaining("media.s3.bucket");
    }

    @ParameterizedTest
    @CsvSource({
        "InvalidAccessKeyId, media.s3.access-key",
        "AccessDenied, media.s3.access-key",
        "PermanentRedirect, media.s3.region",
        "RequestTimeTooSkewed, clock"
    })
    void what_the_store_says_becomes_what_to_change(String code, String advice) {
        s3.isInTrouble(code);
        assertThatThrownBy(() -> open(config(""))).isInstanceOf(S3Failure.class).hasMessageContaining(advice);
    }

    @Test
    void a_store_that_does_not_answer_is_named() {
        s3.close();
        assertThatThrownBy(() -> open(config("")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("media.s3.endpoint");
    }
}
