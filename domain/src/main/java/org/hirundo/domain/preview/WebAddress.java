package org.hirundo.domain.preview;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads addresses of the web as people write them: with letters of any language, and with characters that should have been
 * encoded. What comes out is what a browser would ask for; two ways to write one address become one.
 */
public final class WebAddress {

    /** Longer than any address that is meant to be shared. */
    private static final int MAX_LENGTH = 4096;

    private static final Pattern SYNTAX =
            Pattern.compile("(?<scheme>[Hh][Tt][Tt][Pp][Ss]?)://(?<host>\\[[0-9A-Fa-f:.]+]|[^/?#@:\\[\\]\\s\\\\]+)"
                    + "(?::(?<port>[0-9]{0,5}))?(?<rest>[/?][^#]*)?(?:#.*)?");

    private static final String UNRESERVED_AND_RESERVED = "-._~:/?@!$&'()*+,;=";

    private static final Pattern ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private WebAddress() {}

    /**
     * The address that the text is, without its fragment; empty when it is none of {@code http} or {@code https}, or one with a
     * user name in it.
     */
    public static Optional<URI> parse(String text) {
        var stripped = text.strip();
        var parts = SYNTAX.matcher(stripped);
        if (stripped.length() > MAX_LENGTH || !parts.matches()) {
            return Optional.empty();
        }
        var scheme = parts.group("scheme").toLowerCase(Locale.ROOT);
        var port = port(scheme, Optional.ofNullable(parts.group("port")));
        var rest = Optional.ofNullable(parts.group("rest")).orElse("/");
        return host(parts.group("host"))
                .flatMap(host -> uri(scheme + "://" + host + port + encoded(rest.startsWith("?") ? "/" + rest : rest)));
    }

    private static Optional<String> host(String written) {
        if (written.startsWith("[")) {
            return Optional.of(written.toLowerCase(Locale.ROOT));
        }
        try {
            return Optional.of(IDN.toASCII(written, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT))
                    .filter(host -> !host.isEmpty());
        } catch (IllegalArgumentException notAHost) {
            return Optional.empty();
        }
    }

    /** The port with its colon, unless it is the one that the scheme has anyway. */
    private static String port(String scheme, Optional<String> written) {
        var usual = scheme.equals("https") ? 443 : 80;
        return written.filter(digits -> !digits.isEmpty())
                .map(Integer::parseInt)
                .filter(port -> port != usual)
                .map(port -> ":" + port)
                .orElse("");
    }

    private static String encoded(String text) {
        var encoded = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            var character = text.codePointAt(at);
            if (isPlain(character) || isEncoded(text, at)) {
                encoded.appendCodePoint(character);
            } else {
                for (var octet : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append('%').append(HEX.toHexDigits(octet));
                }
            }
            at += Character.charCount(character);
        }
        return encoded.toString();
    }

    private static boolean isPlain(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || UNRESERVED_AND_RESERVED.indexOf(character) >= 0;
    }

    private static boolean isEncoded(String text, int at) {
        return ENCODED.matcher(text).region(at, text.length()).lookingAt();
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text)).filter(uri -> uri.getHost() != null && uri.getPort() <= 65_535);
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
