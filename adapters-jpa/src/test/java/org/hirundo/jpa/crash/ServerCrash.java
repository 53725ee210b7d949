package org.hirundo.jpa.crash;

import java.nio.file.Path;
import org.hirundo.testdb.RestartableServer;
import org.hirundo.testdb.TestDatabase;
import org.jspecify.annotations.Nullable;

/** The database is a server, which is killed with everything that belongs to it. */
abstract class ServerCrash extends JpaCrash {

    private @Nullable RestartableServer server;

    /** Makes the files of a server that does not run yet. */
    abstract RestartableServer newServer(Path files);

    private RestartableServer server() {
        var known = server;
        if (known == null) {
            known = newServer(folder);
            server = known;
        }
        return known;
    }

    @Override
    final TestDatabase database() {
        return server().database();
    }

    @Override
    protected final void startDatabase() {
        server().start();
    }

    @Override
    protected final void killDatabase() {
        server().kill();
    }
}
