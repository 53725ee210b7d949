package org.hirundo.bootstrap.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.hirundo.bootstrap.config.Configuration;
import org.hirundo.bootstrap.config.Options;
import org.hirundo.bootstrap.data.DataDirectory;
import org.hirundo.bootstrap.server.HirundoServer;
import org.hirundo.bootstrap.server.StartFailed;

/**
 * Creates an account by asking the server, with the secret that lies in the data directory. When no server runs, one is started
 * for this purpose alone: accounts are made in one way only.
 */
final class UserCreateCommand {

    private final PrintStream out;

    UserCreateCommand(PrintStream out) {
        this.out = out;
    }

    /**
     * Creates the account.
     *
     * @param running how the server runs, if it does
     * @param temporary how to run it for this purpose
     */
    void run(UserCreation creation, Configuration running, Configuration temporary) throws Failure {
        try {
            out.println(created(create(creation, running, running.get(Options.SERVER_PORT))));
        } catch (ConnectException | NoSuchFileException e) {
            out.println(created(createAlone(creation, temporary)));
        } catch (IOException e) {
            throw new Failure("The server could not be asked: " + e.getMessage(), e);
        }
    }

    private static String created(String user) {
        return "Created " + user;
    }

    private static String createAlone(UserCreation creation, Configuration temporary) throws Failure {
        try (var server = HirundoServer.start(temporary)) {
            return create(creation, temporary, server.port());
        } catch (StartFailed e) {
            throw new Failure("No server answers, and none can be started: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new Failure("The server could not be asked: " + e.getMessage(), e);
        }
    }

    private static String create(UserCreation creation, Configuration configuration, int port)
            throws IOException, Failure {
        var address = configuration.get(Options.SERVER_ADDRESS);
        var reachable = address.equals("0.0.0.0") || address.equals("::") ? "127.0.0.1" : address;
        var host = reachable.contains(":") ? "[" + reachable + "]" : reachable;
        return new SharedSecretRegistration(URI.create("http://" + host + ":" + port), secret(configuration))
                .register(creation);
    }

    private static String secret(Configuration configuration) throws IOException {
        var given = configuration.get(Options.REGISTRATION_SHARED_SECRET);
        Path data = configuration.get(Options.DATA_DIRECTORY);
        return given.isPresent() ? given.get() : DataDirectory.registrationSecret(data);
    }
}
