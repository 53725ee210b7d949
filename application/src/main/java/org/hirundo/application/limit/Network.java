package org.hirundo.application.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/** Whom an address stands for. */
final class Network {

    private static final int CUSTOMER_BYTES = 8;

    private Network() {}

    /** The address, or the first 64 bits of one of IPv6; text that is no address stands for itself. */
    static String of(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address v6
                    ? HexFormat.of().formatHex(v6.getAddress(), 0, CUSTOMER_BYTES) + "/64"
                    : address;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
