package org.hirundo.domain.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTypeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/css",
                "text/plain",
                "text/csv",
                "application/json",
                "application/ld+json",
                "image/jpeg",
                "image/gif",
                "image/png",
                "image/apng",
                "image/webp",
                "image/avif",
                "video/mp4",
                "video/webm",
                "video/ogg",
                "video/quicktime",
                "audio/mp4",
                "audio/webm",
                "audio/aac",
                "audio/mpeg",
                "audio/ogg",
                "audio/wave",
                "audio/wav",
                "audio/x-wav",
                "audio/x-pn-wav",
                "audio/flac",
                "audio/x-flac",
                "IMAGE/PNG",
                "text/plain; charset=utf-8",
                "text/plain;charset=\"utf-8\""
            })
    @Tag("easily-missed-23")
    void the_types_of_the_specification_are_shown_in_place(String type) {
        assertThat(type(type).isSafeInline()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "image/svg+xml",
                "application/xhtml+xml",
                "application/pdf",
                "application/javascript",
                "text/xml",
                "application/octet-stream",
                "text/html; x=image/png",
                "image/png2",
                "x-image/png",
                "text/html;image/png"
            })
    @Tag("easily-missed-23")
    void all_others_are_saved(String type) {
        assertThat(type(type).isSafeInline()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "image",
                "/png",
                "image/",
                "image/png\r\nSet-Cookie: x=1",
                "image/png, text/html",
                "image/png; charset",
                "image /png",
                "image/pn g",
                "image/png; a=\"b",
                "bild/ü",
                "image/png; a=b c",
                "image/png\u0000"
            })
    void what_is_no_content_type_is_unknown(String header) {
        assertThat(type(header)).isEqualTo(ContentType.OCTET_STREAM);
    }

    @Test
    void a_type_is_kept_as_it_was_given() {
        assertThat(type("Text/Plain; Charset=UTF-8").value()).isEqualTo("Text/Plain; Charset=UTF-8");
        assertThat(type("Text/Plain; Charset=UTF-8").essence()).isEqualTo("text/plain");
        assertThat(type(" image/png ")).isEqualTo(new ContentType("image/png"));
        assertThat(type("a/b; c=\"d;e\\\"f\"").essence()).isEqualTo("a/b");
        assertThat(ContentType.of(Optional.empty())).isEqualTo(ContentType.OCTET_STREAM);
    }

    @Test
    void some_types_are_of_thumbnails() {
        assertThat(type("image/webp").isThumbnail()).isTrue();
        assertThat(type("image/avif").isThumbnail()).isFalse();
        assertThat(type("text/plain").isThumbnail()).isFalse();
    }

    @Test
    void no_header_is_slow() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(type("a/b" + "; ".repeat(120) + "\"")).isEqualTo(ContentType.OCTET_STREAM);
            assertThat(type("a/b;c=\"" + "\\\"".repeat(120))).isEqualTo(ContentType.OCTET_STREAM);
            assertThat(type("a/" + "b".repeat(100_000))).isEqualTo(ContentType.OCTET_STREAM);
        });
    }

    private static ContentType type(String header) {
        return ContentType.of(Optional.of(header));
    }
}
