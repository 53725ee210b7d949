package org.hirundo.application.config;

import java.net.InetAddress;

/**
 * Addresses that begin with the same bits.
 *
 * @param prefixLength how many bits count
 */
public record Network(InetAddress address, int prefixLength) {

    /** Checks the length. */
    public Network {
        if (prefixLength < 0 || prefixLength > address.getAddress().length * 8) {
            throw new IllegalArgumentException(
                    "A network like " + address.getHostAddress() + " has no prefix of " + prefixLength + " bits");
        }
    }

    /**
     * Reads {@code 10.0.0.0/8}, {@code fd00::/8} or a single address. Names are not looked up.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Network parse(String text) {
        var slash = text.indexOf('/');
        if (slash < 0) {
            var address = InetAddress.ofLiteral(text);
            return new Network(address, address.getAddress().length * 8);
        }
        return new Network(
                InetAddress.ofLiteral(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    /** Whether the address is one of them. */
    public boolean contains(InetAddress other) {
        var mine = address.getAddress();
        var others = other.getAddress();
        if (mine.length != others.length) {
            return false;
        }
        for (int bit = 0; bit < prefixLength; bit++) {
            var mask = 0x80 >> bit % 8;
            if ((mine[bit / 8] & mask) != (others[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return address.getHostAddress() + "/" + prefixLength;
    }
}
