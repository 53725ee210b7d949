package org.hirundo.bootstrap.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.hirundo.bootstrap.config.Configuration;
import org.hirundo.bootstrap.config.Options;
import org.hirundo.bootstrap.data.DataDirectory;
import org.hirundo.bootstrap.server.HirundoServer;
import org.hirundo.bootstrap.server.StartFailed;
import org.hirundo.domain.json.JsonObject;

/**
 * The administrator's server, which is asked with the secret that lies in the data directory. When it does not run, one is started
 * for the question alone: things are changed in one way only.
 */
final class OwnServer {

    private final Configuration running;
    private final Configuration temporary;

    /**
     * The server.
     *
     * @param running how it runs, if it does
     * @param temporary how to run it for a question
     */
    OwnServer(Configuration running, Configuration temporary) {
        this.running = running;
        this.temporary = temporary;
    }

    /**
     * The answer.
     *
     * @throws Failure when the server refuses, or cannot be asked
     */
    JsonObject ask(SecretHolder.Question question) throws Failure {
        try {
            return ask(question, running, running.get(Options.SERVER_PORT));
        } catch (ConnectException | NoSuchFileException e) {
            return askAlone(question);
        } catch (IOException e) {
            throw unanswered(e);
        }
    }

    private JsonObject askAlone(SecretHolder.Question question) throws Failure {
        try (var server = HirundoServer.start(temporary)) {
            return ask(question, temporary, server.port());
        } catch (StartFailed e) {
            throw new Failure("No server answers, and none can be started: " + e.getMessage(), e);
        } catch (IOException e) {
            throw unanswered(e);
        }
    }

    /** The server could not be asked. */
    static Failure unanswered(IOException reason) {
        return new Failure("The server could not be asked: " + reason.getMessage(), reason);
    }

    private static JsonObject ask(SecretHolder.Question question, Configuration configuration, int port)
            throws IOException, Failure {
        var address = configuration.get(Options.SERVER_ADDRESS);
        var reachable = address.equals("0.0.0.0") || address.equals("::") ? "127.0.0.1" : address;
        var host = reachable.contains(":") ? "[" + reachable + "]" : reachable;
        return new SecretHolder(URI.create("http://" + host + ":" + port), secret(configuration)).ask(question);
    }

    private static String secret(Configuration configuration) throws IOException {
        var given = configuration.get(Options.REGISTRATION_SHARED_SECRET);
        Path data = configuration.get(Options.DATA_DIRECTORY);
        return given.isPresent() ? given.get() : DataDirectory.registrationSecret(data);
    }
}
