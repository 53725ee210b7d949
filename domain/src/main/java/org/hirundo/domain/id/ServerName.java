package org.hirundo.domain.id;

import java.net.Inet6Address;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The name of a server: a host, and a port unless it is to be found out. Names that differ in case are different names.
 *
 * @see <a href="https://spec.matrix.org/v1.19/appendices/#server-name">Server name</a>
 */
public record ServerName(String value) {

    private static final int MAX_PORT = 65_535;
    private static final int MAX_PORT_DIGITS = 5;
    private static final int MAX_OCTET = 255;
    private static final int MAX_OCTET_DIGITS = 3;

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
        int hostEnd = hostEnd(text);
        boolean wellFormed = text.length() <= Grammar.MAX_BYTES
                && isHost(text, hostEnd)
                && (hostEnd == text.length() || isNumber(text, hostEnd + 1, text.length(), MAX_PORT_DIGITS, MAX_PORT));
        return wellFormed ? Optional.of(new ServerName(text)) : Optional.empty();
    }

    /** Where the host ends: at the colon before the port, or with the text. */
    private static int hostEnd(String text) {
        int colon = text.indexOf(':', text.startsWith("[") ? text.indexOf(']') + 1 : 0);
        return colon < 0 ? text.length() : colon;
    }

    private static boolean isHost(String text, int end) {
        if (text.startsWith("[")) {
            return text.charAt(end - 1) == ']' && isIpv6Address(text.substring(1, end - 1));
        }
        for (int i = 0; i < end; i++) {
            char unit = text.charAt(i);
            if (!Grammar.isAlphanumeric(unit) && unit != '-' && unit != '.') {
                return false;
            }
        }
        return end > 0;
    }

    private static boolean isIpv6Address(String literal) {
        for (int i = 0; i < literal.length(); i++) {
            char unit = literal.charAt(i);
            if (unit != ':' && unit != '.' && Character.digit(unit, 16) < 0) {
                return false;
            }
        }
        try {
            Inet6Address.ofLiteral(literal);
            return true;
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private static boolean isNumber(String text, int from, int to, int maxDigits, int max) {
        int number = 0;
        for (int i = from; i < to; i++) {
            if (!Grammar.isDigit(text.charAt(i)) || i - from == maxDigits) {
                return false;
            }
            number = 10 * number + (text.charAt(i) - '0');
        }
        return from < to && number <= max;
    }

    /** The host without the port; an IPv6 address is in brackets. */
    public String host() {
        return value.substring(0, hostEnd(value));
    }

    /** The port, when the name has one. */
    public OptionalInt port() {
        int hostEnd = hostEnd(value);
        return hostEnd == value.length()
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(value.substring(hostEnd + 1)));
    }

    /** Whether the host is an IP address. */
    public boolean isIpLiteral() {
        return value.startsWith("[") || isIpv4Address(host());
    }

    private static boolean isIpv4Address(String host) {
        int octets = 0;
        for (int from = 0; from <= host.length(); octets++) {
            int dot = host.indexOf('.', from);
            int to = dot < 0 ? host.length() : dot;
            if (!isNumber(host, from, to, MAX_OCTET_DIGITS, MAX_OCTET)) {
                return false;
            }
            from = to + 1;
        }
        return octets == 4;
    }

    @Override
    public String toString() {
        return value;
    }
}
