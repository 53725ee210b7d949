package org.hirundo.domain.id;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a medium, {@code mxc://server/id}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#matrix-content-mxc-uris">Matrix content URIs</a>
 */
public record MxcUri(ServerName server, String mediaId) {

    private static final String SCHEME = "mxc://";
    private static final Pattern MEDIA_ID = Pattern.compile("[0-9A-Za-z_-]{1,255}");

    /**
     * Reads a content URI.
     *
     * @throws MalformedIdentifier when it is none
     */
    public static MxcUri parse(String text) {
        return find(text).orElseThrow(() -> new MalformedIdentifier("a content URI", text));
    }

    /** Reads a content URI, or answers empty when it is none. */
    public static Optional<MxcUri> find(String text) {
        int slash = text.startsWith(SCHEME) ? text.indexOf('/', SCHEME.length()) : -1;
        return slash < 0 || !MEDIA_ID.matcher(text.substring(slash + 1)).matches()
                ? Optional.empty()
                : ServerName.find(text.substring(SCHEME.length(), slash))
                        .map(server -> new MxcUri(server, text.substring(slash + 1)));
    }

    /**
     * The name of a medium by its parts.
     *
     * @throws MalformedIdentifier when the media id has other characters than letters, digits, {@code _} and {@code -}
     */
    public static MxcUri of(ServerName server, String mediaId) {
        return parse(SCHEME + server + "/" + mediaId);
    }

    @Override
    public String toString() {
        return SCHEME + server + "/" + mediaId;
    }
}
