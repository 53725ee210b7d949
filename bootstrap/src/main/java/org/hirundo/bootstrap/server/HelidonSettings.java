package org.hirundo.bootstrap.server;

import java.util.HashMap;
import java.util.Map;
import org.hirundo.bootstrap.config.Configuration;
import org.hirundo.bootstrap.config.Options;

/** What our options mean in the words of Helidon. */
final class HelidonSettings {

    /** How long requests may take to finish once the server stops. */
    private static final String GRACE = "PT10S";

    private HelidonSettings() {}

    static Map<String, String> of(Configuration configuration) {
        var settings = new HashMap<String, String>();
        settings.put("server.host", configuration.get(Options.SERVER_ADDRESS));
        settings.put("server.port", String.valueOf(configuration.get(Options.SERVER_PORT)));
        settings.put("server.shutdown-grace-period", GRACE);
        // Without it an answer of more than one packet waits 40 ms for the client to acknowledge the first.
        settings.put("server.connection-options.tcp-no-delay", "true");
        // Passwords may contain ${, and mean it.
        settings.put("mp.config.property.expressions.enabled", "false");
        settings.put("mp.initializer.allow", "true");
        configuration.get(Options.TLS_PORT).ifPresent(port -> {
            var socket = "server.sockets.0.";
            settings.put(socket + "name", "tls");
            settings.put(socket + "host", configuration.get(Options.SERVER_ADDRESS));
            settings.put(socket + "port", String.valueOf(port));
            settings.put(socket + "shutdown-grace-period", GRACE);
            settings.put(socket + "connection-options.tcp-no-delay", "true");
            var tls = socket + "tls.private-key.pem.";
            configuration
                    .get(Options.TLS_KEY)
                    .ifPresent(key -> settings.put(tls + "key.resource.path", key.toString()));
            configuration
                    .get(Options.TLS_CERTIFICATE)
                    .ifPresent(chain -> settings.put(tls + "cert-chain.resource.path", chain.toString()));
        });
        return settings;
    }
}
