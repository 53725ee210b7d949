package org.hirundo.remote.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.hirundo.application.config.Network;

/**
 * Resolves names to addresses that may be called. The client connects to what this answers and asks nobody else, so a name
 * whose answer changes between the check and the call gains nothing. Addresses written as numbers pass here too.
 */
final class AddressGuard implements DnsResolver {

    /**
     * What is not the Internet: special purpose addresses of RFC 6890 and its registry, multicast, and IPv6 networks that carry
     * an IPv4 address to somewhere else.
     */
    private static final List<Network> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "::/96",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20",
                    "5f00::/16",
                    "fc00::/7",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8")
            .map(Network::parse)
            .toList();

    /** Asks for the addresses of a name, or reads an address. */
    interface Lookup {

        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    private final List<Network> allowed;
    private final Lookup lookup;

    /** Lets through what is on the Internet or in one of the networks. */
    AddressGuard(List<Network> allowed, Lookup lookup) {
        this.allowed = List.copyOf(allowed);
        this.lookup = lookup;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var permitted =
                Arrays.stream(lookup.addresses(host)).filter(this::permits).toArray(InetAddress[]::new);
        if (permitted.length == 0) {
            throw new BlockedAddress(host);
        }
        return permitted;
    }

    private boolean permits(InetAddress address) {
        return isIn(allowed, address) || !isIn(SPECIAL, address);
    }

    private static boolean isIn(List<Network> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        // Nobody needs it, and asking would be a second answer that could differ.
        return host;
    }
}
