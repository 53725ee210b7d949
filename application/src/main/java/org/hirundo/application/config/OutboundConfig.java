package org.hirundo.application.config;

import java.util.List;

/**
 * Calls to addresses that strangers choose: push gateways, previewed pages, other servers.
 *
 * @param allowedNetworks networks that may be called although they are not part of the Internet; by default none
 */
public record OutboundConfig(List<Network> allowedNetworks) {

    /** What holds where nothing is configured. */
    public static final OutboundConfig DEFAULT = new OutboundConfig(List.of());

    /** Copies the list. */
    public OutboundConfig {
        allowedNetworks = List.copyOf(allowedNetworks);
    }
}
