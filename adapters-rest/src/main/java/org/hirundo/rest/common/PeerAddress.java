package org.hirundo.rest.common;

import java.net.InetAddress;

/**
 * Tells where the connection of the current request comes from, which JAX-RS has no words for; bound to the request by whoever
 * runs the resources.
 */
@FunctionalInterface
public interface PeerAddress {

    /** The other end of the connection: the client, or a proxy before us. */
    InetAddress current();
}
