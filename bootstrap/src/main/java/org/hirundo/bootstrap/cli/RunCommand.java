package org.hirundo.bootstrap.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import org.hirundo.bootstrap.config.Configuration;
import org.hirundo.bootstrap.config.Options;
import org.hirundo.bootstrap.server.HirundoServer;
import org.hirundo.bootstrap.server.StartFailed;

/** Starts the server, which runs until the process is told to end. */
final class RunCommand {

    private final PrintStream out;

    RunCommand(PrintStream out) {
        this.out = out;
    }

    void run(Configuration configuration) throws Failure {
        try {
            var server = HirundoServer.start(configuration);
            out.println(greeting(configuration, server.port()));
        } catch (StartFailed e) {
            throw new Failure("The server cannot start: " + e.getMessage(), e);
        }
    }

    private static String greeting(Configuration configuration, int port) {
        Path data = configuration.get(Options.DATA_DIRECTORY).toAbsolutePath().normalize();
        return """
                Hirundo %s serves %s at http://%s:%d
                Data: %s (%s)
                To create an account for yourself, as an administrator: ./hirundo user create NAME --admin\
                """.formatted(
                        Version.current(),
                        configuration.get(Options.SERVER_NAME),
                        configuration.get(Options.SERVER_ADDRESS),
                        port,
                        data,
                        configuration.get(Options.STORAGE_TYPE));
    }
}
