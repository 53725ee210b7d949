package org.hirundo.domain.id;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The name of a server: a host, and a port unless it is to be found out.
 *
 * @see <a href="https://spec.matrix.org/v1.19/appendices/#server-name">Server name</a>
 */
public record ServerName(String value) {

    private static final Pattern FORM = Pattern.compile("(?<host>\\[[0-9A-Fa-f:.]{2,45}]|[-.0-9A-Za-z]{1,255})(?::(?<port>[0-9]{1,5}))?");
    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");

    /**
     * Reads a server name.
     *
     * @throws MalformedIdentifier when it is none
     */
    public static ServerName parse(String text) {
        return find(text).orElseThrow(() -> new MalformedIdentifier("a server name", text));
    }

    /** Reads a server name, or answers empty when it is none. */
    public static Optional<ServerName> find(String text) {
        return text.length() <= Grammar.MAX_BYTES && FORM.matcher(text).matches()
                ? Optional.of(new ServerName(text))
                : Optional.empty();
    }

    /** The host without the port; an IPv6 address is in brackets. */
    public String host() {
        int colon = portColon();
        return colon < 0 ? value : value.substring(0, colon);
    }

    /** The port, when the name has one. */
    public OptionalInt port() {
        int colon = portColon();
        return colon < 0 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value.substring(colon + 1)));
    }

    /** Whether the host is an IP address. */
    public boolean isIpLiteral() {
        return value.startsWith("[") || IPV4.matcher(host()).matches();
    }

    private int portColon() {
        int colon = value.lastIndexOf(':');
        return colon > value.lastIndexOf(']') ? colon : -1;
    }

    @Override
    public String toString() {
        return value;
    }
}
