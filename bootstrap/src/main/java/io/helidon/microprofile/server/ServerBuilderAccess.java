package io.helidon.microprofile.server;

import io.helidon.webserver.WebServerConfig;

/**
 * Hands out the builder of the web server that Helidon's MicroProfile server starts. Helidon keeps it to its package, but what
 * answers to requests that never reach a resource can be said nowhere else.
 */
public final class ServerBuilderAccess {

    private ServerBuilderAccess() {}

    /** The builder, until the server starts. */
    public static WebServerConfig.Builder of(ServerCdiExtension extension) {
        return extension.serverBuilder();
    }
}
