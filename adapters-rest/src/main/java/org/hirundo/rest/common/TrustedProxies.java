package org.hirundo.rest.common;

import java.net.InetAddress;
import java.util.List;
import org.hirundo.application.config.Network;

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
