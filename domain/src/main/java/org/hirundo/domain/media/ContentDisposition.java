package org.hirundo.domain.media;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Whether a medium is shown in place or saved, and under which name: the header {@code Content-Disposition}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6266">RFC 6266</a>
 */
public record ContentDisposition(boolean inline, Optional<FileName> fileName) {

    private static final String ATTRIBUTE_CHARACTERS = "!#$&+-.^_`|~";

    /** The disposition of a medium that is downloaded: in place only when its type is safe. */
    public static ContentDisposition of(ContentType type, Optional<FileName> fileName) {
        return new ContentDisposition(type.isSafeInline(), fileName);
    }

    /**
     * Reads the header of another server. Whatever is not understood is passed over; a name that is too long is no name.
     */
    public static ContentDisposition parse(String header) {
        var parameters = HeaderParameters.of(header);
        var name = parameters
                .get("filename*")
                .flatMap(ExtendedValue::decode)
                .or(() -> parameters.get("filename"))
                .filter(text -> !text.isEmpty() && text.length() <= FileName.MAX_LENGTH)
                .map(FileName::new);
        return new ContentDisposition(parameters.value().equalsIgnoreCase("inline"), name);
    }

    /**
     * The header. Names of harmless ASCII are written as they are; all others twice, once percent-encoded in UTF-8 and
     * before that with underscores for those who cannot read it. No name can break out of the header.
     */
    public String toHeader() {
        var type = inline ? "inline" : "attachment";
        return fileName.map(name -> type + "; " + parameters(name.value())).orElse(type);
    }

    private static String parameters(String name) {
        var ascii = new StringBuilder();
        name.codePoints().forEach(c -> ascii.append(isHarmless(c) ? (char) c : '_'));
        var plain = "filename=\"" + ascii + "\"";
        return name.contentEquals(ascii) ? plain : plain + "; filename*=UTF-8''" + percentEncoded(name);
    }

    /** Printable ASCII without quotes, backslashes, and the percent signs that some browsers decode. */
    private static boolean isHarmless(int c) {
        return c >= ' ' && c <= '~' && c != '"' && c != '\\' && c != '%';
    }

    private static String percentEncoded(String name) {
        var encoded = new StringBuilder();
        for (var b : name.getBytes(StandardCharsets.UTF_8)) {
            var c = (char) (b & 0xff);
            if (isAsciiAlphanumeric(c) || ATTRIBUTE_CHARACTERS.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
                encoded.append(Character.toUpperCase(Character.forDigit(c & 0xf, 16)));
            }
        }
        return encoded.toString();
    }

    private static boolean isAsciiAlphanumeric(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** The header, see {@link #toHeader}. */
    @Override
    public String toString() {
        return toHeader();
    }
}
