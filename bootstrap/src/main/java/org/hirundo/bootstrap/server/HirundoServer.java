package org.hirundo.bootstrap.server;

import io.helidon.microprofile.server.Server;
import org.hirundo.bootstrap.config.Configuration;

/** A running server. There is one in a process. */
public final class HirundoServer implements AutoCloseable {

    private final Server server;

    private HirundoServer(Server server) {
        this.server = server;
    }

    /**
     * Starts a server; when it is back, requests are answered.
     *
     * @throws StartFailed when the port is taken, the storage cannot be reached, another server holds the data directory
     */
    public static HirundoServer start(Configuration configuration) throws StartFailed {
        Ports.check(configuration);
        try {
            var server = new HirundoServer(Server.builder()
                    .config(configuration.with(HelidonSettings.of(configuration)))
                    .addApplication(new Resources())
                    .build()
                    .start());
            if (server.port() < 0) {
                server.close();
                throw new StartFailed("It does not listen; what is logged above says why", new IllegalStateException());
            }
            return server;
        } catch (RuntimeException e) {
            throw new StartFailed(e);
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** Stops it: long polls are answered, requests finish, what was accepted is durable. */
    @Override
    public void close() {
        server.stop();
    }
}
