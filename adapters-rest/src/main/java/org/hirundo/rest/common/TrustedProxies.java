package org.hirundo.rest.common;

import java.net.InetAddress;
import java.util.List;

/**
 * The proxies whose {@code X-Forwarded-For} is believed. Each may be followed by further ones of ours: the client is the last
 * address that is none of them.
 */
public record TrustedProxies(List<Network> networks) {

    /** Copies the list. */
    public TrustedProxies {
        networks = List.copyOf(networks);
    }

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

        boolean contains(InetAddress other) {
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

    /**
     * The client behind the peer.
     *
     * @param forwardedFor the values of all {@code X-Forwarded-For} headers in their order
     */
    InetAddress client(InetAddress peer, List<String> forwardedFor) {
        var client = peer;
        var hops = String.join(",", forwardedFor).split(",", -1);
        for (int i = hops.length - 1; i >= 0 && trusts(client); i--) {
            try {
                client = InetAddress.ofLiteral(hops[i].strip());
            } catch (IllegalArgumentException e) {
                // Not an address: nothing before it can be believed either.
                return client;
            }
        }
        return client;
    }

    private boolean trusts(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }
}
