package org.hirundo.bootstrap.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.hirundo.bootstrap.config.Configuration;
import org.hirundo.bootstrap.config.Option;
import org.hirundo.bootstrap.config.Options;

/**
 * Finds out whether the server can listen where it shall, before anything else is started: Helidon only logs when it cannot, and
 * goes on.
 */
final class Ports {

    private Ports() {}

    static void check(Configuration configuration) throws StartFailed {
        var address = configuration.get(Options.SERVER_ADDRESS);
        check(address, configuration.get(Options.SERVER_PORT), Options.SERVER_PORT);
        var tls = configuration.get(Options.TLS_PORT);
        if (tls.isPresent()) {
            check(address, tls.get(), Options.TLS_PORT);
        }
    }

    private static void check(String address, int port, Option<?> option) throws StartFailed {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw new StartFailed(
                    "It cannot listen on port " + port + " of " + address + ": " + e.getMessage()
                            + System.lineSeparator() + "End the program that does, or change " + option.name() + " or "
                            + Options.SERVER_ADDRESS.name() + ".",
                    e);
        }
    }
}
