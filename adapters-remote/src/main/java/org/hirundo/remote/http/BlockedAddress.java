package org.hirundo.remote.http;

import java.net.UnknownHostException;

/** The host has no address that may be called. */
public final class BlockedAddress extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    BlockedAddress(String host) {
        super(host + " is not on the Internet, or in a network that may be called");
    }
}
