package org.hirundo.bootstrap.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.bootstrap.config.Configuration;
import org.hirundo.bootstrap.config.Listing;
import org.hirundo.bootstrap.config.Misconfigured;
import org.hirundo.bootstrap.config.Options;
import org.hirundo.bootstrap.config.Suggestion;

/** All commands. Each ends with a code: 0 when it did what it is for, 2 when what was typed or configured is wrong, else 1. */
public final class Commands {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG = 2;

    private static final List<String> COMMANDS = List.of(
            "run",
            "config",
            "user create NAME",
            "token create [NAME]",
            "token list",
            "token delete NAME",
            "version",
            "help");

    private static final String USES = "uses";
    private static final String LIFETIME = "lifetime";

    private static final Path USUAL_FILE = Path.of("hirundo.properties");

    private static final String HELP = """
            Hirundo, a Matrix homeserver

              hirundo run                       starts the server; with --help shows all options
              hirundo config                    shows every option, what it means and what is set
              hirundo user create NAME [--admin]
                                                creates an account; asks for the password, or reads it
                                                from the standard input
              hirundo token create [NAME] [--uses=N] [--lifetime=DURATION]
                                                makes a token with which people can register when
                                                registration.mode is token
              hirundo token list                shows these tokens and how often they were used
              hirundo token delete NAME         takes one back
              hirundo version                   shows the version

            Options are given as --NAME=VALUE, as environment variables HIRUNDO_NAME, or in a file
            hirundo.properties in the working directory (another one with --config FILE):

              hirundo run --server.name=example.org --server.port=8008
            """;

    /** What differs in a server that is started for one purpose: nobody else reaches it. */
    private static final Map<String, String> HERE_ALONE = Map.of(
            "server.address", "127.0.0.1", "server.port", "0", "tls.port", "", "tls.certificate", "", "tls.key", "");

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    /** With the variables of the environment, and where to answer and to complain. */
    public Commands(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = Map.copyOf(environment);
        this.out = out;
        this.err = err;
    }

    /** Runs the command, and answers its code. A server that was started goes on running. */
    public int run(List<String> line) {
        try {
            run(Arguments.parse(line, Set.of("help", "admin")));
            return DONE;
        } catch (Usage e) {
            err.println(e.getMessage());
            err.println("'hirundo --help' says what there is.");
            return WRONG;
        } catch (Misconfigured e) {
            err.println("The configuration has mistakes:");
            e.mistakes().forEach(mistake -> err.println("  " + mistake));
            return WRONG;
        } catch (Failure e) {
            err.println(e.getMessage());
            return FAILED;
        }
    }

    private void run(Arguments arguments) throws Usage, Misconfigured, Failure {
        var command = String.join(" ", arguments.words());
        var help = arguments.switches().contains("help");
        if (help && command.equals("run")) {
            out.println(Flags.of(Options.all()));
        } else if (help || command.isEmpty() || command.equals("help")) {
            out.print(HELP);
        } else if (command.equals("run")) {
            new RunCommand(out).run(configuration(arguments, Map.of()));
        } else if (command.equals("config")) {
            out.println(Listing.of(configuration(arguments, Map.of())));
        } else if (command.equals("version")) {
            out.println(Version.current());
        } else if (command.startsWith("user create ") && arguments.words().size() == 3) {
            createUser(arguments);
        } else if (command.startsWith("token ")) {
            token(arguments, command);
        } else {
            throw unknown(command);
        }
    }

    private static Usage unknown(String command) {
        return new Usage(Suggestion.of(
                command,
                COMMANDS,
                "There is no command '" + command + "'",
                "there is: " + String.join(", ", COMMANDS)));
    }

    private void createUser(Arguments arguments) throws Usage, Misconfigured, Failure {
        var server = ownServer(arguments);
        var creation = new UserCreation(
                arguments.words().getLast(), arguments.switches().contains("admin"), PasswordPrompt.ask());
        new UserCreateCommand(out).run(creation, server);
    }

    private void token(Arguments arguments, String command) throws Usage, Misconfigured, Failure {
        var words = arguments.words();
        var tokens = new TokenCommand(out, InstantSource.system());
        if (words.get(1).equals("create") && words.size() <= 3) {
            var name = words.stream().skip(2).findFirst();
            var creation = new TokenCommand.Creation(
                    name,
                    Optional.ofNullable(arguments.flags().get(USES)),
                    Optional.ofNullable(arguments.flags().get(LIFETIME)));
            tokens.create(creation, ownServer(arguments.without(USES, LIFETIME)));
        } else if (words.get(1).equals("list") && words.size() == 2) {
            tokens.list(ownServer(arguments));
        } else if (words.get(1).equals("delete") && words.size() == 3) {
            tokens.delete(words.getLast(), ownServer(arguments));
        } else {
            throw unknown(command);
        }
    }

    private OwnServer ownServer(Arguments arguments) throws Usage, Misconfigured {
        return new OwnServer(configuration(arguments, Map.of()), configuration(arguments, HERE_ALONE));
    }

    private Configuration configuration(Arguments arguments, Map<String, String> overriding)
            throws Usage, Misconfigured {
        var flags = new HashMap<>(arguments.flags());
        var file = file(Optional.ofNullable(flags.remove("config")));
        flags.putAll(overriding);
        return Configuration.of(flags, environment, file);
    }

    private static Optional<Path> file(Optional<String> asked) throws Usage {
        if (asked.isEmpty()) {
            return Optional.of(USUAL_FILE).filter(Files::exists);
        }
        var file = Path.of(asked.get());
        if (!Files.isReadable(file)) {
            throw new Usage("The file " + file + " cannot be read.");
        }
        return Optional.of(file);
    }
}
