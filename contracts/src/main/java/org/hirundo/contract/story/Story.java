package org.hirundo.contract.story;

import java.time.Duration;
import org.hirundo.contract.StorageContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What all stories have in common: a server that starts with the story and stops with it. */
public abstract class Story extends StorageContract {

    private Server server;

    @BeforeEach
    final void startServer() {
        server = Server.on(storage());
    }

    @AfterEach
    final void stopServer() {
        server.close();
    }

    /** The server of this story. */
    protected final Server server() {
        return server;
    }

    /** The part of the server of this class. */
    protected final <T> T the(Class<T> type) {
        return server.get(type);
    }

    /** Stops the server and starts it again on the same storage; no time passes meanwhile. */
    protected final void restart() {
        var now = server.clock().instant();
        server.close();
        server = Server.on(storage());
        server.clock().pass(Duration.between(server.clock().instant(), now));
    }
}
