package org.hirundo.domain.preview;

import java.net.IDN;
import java.util.Locale;

/** A host and all below it: {@code example.org} is also {@code www.example.org}, and not {@code badexample.org}. */
public record HostPattern(String host) {

    /**
     * Reads a host.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static HostPattern parse(String text) {
        var host = IDN.toASCII(text.strip(), IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        if (!host.matches("[0-9a-z_-]+(?:\\.[0-9a-z_-]+)*|\\[[0-9a-f:.]+]")) {
            throw new IllegalArgumentException("Not a host: " + text);
        }
        return new HostPattern(host);
    }

    /** Whether the host is this one or below it. */
    public boolean matches(String other) {
        var absolute = other.endsWith(".") ? other.substring(0, other.length() - 1) : other;
        return absolute.equals(host) || absolute.endsWith("." + host);
    }
}
