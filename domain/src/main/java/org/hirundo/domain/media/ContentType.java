package org.hirundo.domain.media;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The content type of a medium. What uploaders say is believed, as long as it is a content type at all: it decides how
 * browsers treat the bytes, and only types that cannot run anything are shown in place.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#serving-inline-content">Serving inline content</a>
 */
public record ContentType(String value) {

    /** Of bytes of which nothing is known. */
    public static final ContentType OCTET_STREAM = new ContentType("application/octet-stream");

    private static final int MAX_LENGTH = 255;

    private static final Pattern SYNTAX = syntax();

    private static final Set<String> INLINE = Set.of(
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
            "audio/x-flac");

    private static final Set<String> THUMBNAIL =
            Set.of("image/jpeg", "image/png", "image/apng", "image/gif", "image/webp");

    /** {@code type/subtype}, then parameters whose values are tokens or quoted strings, RFC 9110 section 8.3. */
    private static Pattern syntax() {
        var token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
        var quoted = "\"(?:[\\t \\x21\\x23-\\x5b\\x5d-\\x7e]|\\\\[\\t\\x20-\\x7e])*+\"";
        return Pattern.compile(token + "/" + token + "(?:[ \\t]*;[ \\t]*(?:" + token + "=(?:" + token + "|" + quoted
                + "))?+)*+[ \\t]*");
    }

    /** The type that a header says, or {@link #OCTET_STREAM} when it says none, or what is no content type. */
    public static ContentType of(Optional<String> header) {
        return header.map(String::strip)
                .filter(text ->
                        text.length() <= MAX_LENGTH && SYNTAX.matcher(text).matches())
                .map(ContentType::new)
                .orElse(OCTET_STREAM);
    }

    /** The type and subtype in small letters, without parameters. */
    public String essence() {
        var end = value.indexOf(';');
        return (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /** Whether a browser may show the medium in place: no type on this list can run a script. */
    public boolean isSafeInline() {
        return INLINE.contains(essence());
    }

    /** Whether a thumbnail may have this type. */
    public boolean isThumbnail() {
        return THUMBNAIL.contains(essence());
    }

    @Override
    public String toString() {
        return value;
    }
}
