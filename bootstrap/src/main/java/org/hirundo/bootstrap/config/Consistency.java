package org.hirundo.bootstrap.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hirundo.application.config.RegistrationConfig;

/** What options say together: values that are right each by itself and still cannot be. */
final class Consistency {

    private final Configuration configuration;
    private final List<Mistake> mistakes = new ArrayList<>();

    private Consistency(Configuration configuration) {
        this.configuration = configuration;
    }

    static List<Mistake> mistakes(Configuration configuration) {
        var consistency = new Consistency(configuration);
        consistency.check(consistency::storage, Options.STORAGE_TYPE, Options.STORAGE_URL);
        consistency.check(consistency::tls, Options.TLS_PORT, Options.TLS_CERTIFICATE, Options.TLS_KEY);
        consistency.check(consistency::registration, Options.REGISTRATION_MODE, Options.REGISTRATION_TOKENS);
        consistency.check(consistency::turn, Options.TURN_URIS, Options.TURN_SHARED_SECRET);
        consistency.check(consistency::appservices, Options.APPSERVICE_REGISTRATIONS, Options.SERVER_NAME);
        return List.copyOf(consistency.mistakes);
    }

    /** Options that cannot be read say nothing together either. */
    private void check(Runnable rule, Option<?>... options) {
        if (Stream.of(options).allMatch(configuration::isReadable)) {
            rule.run();
        }
    }

    private void storage() {
        var type = configuration.get(Options.STORAGE_TYPE);
        var types = StorageTypes.all();
        if (!types.contains(type)) {
            mistake(
                    Options.STORAGE_TYPE,
                    Suggestion.of(
                            type,
                            types,
                            "there is no storage \"" + type + "\"",
                            "there is: " + String.join(", ", types)));
        }
        var url = configuration.get(Options.STORAGE_URL);
        if (StorageTypes.ELSEWHERE.contains(type) && url.isEmpty()) {
            mistake(Options.STORAGE_URL, "is missing; " + type + " needs to know where the database is");
        }
        if (type.equals(StorageTypes.EMBEDDED) && url.isPresent()) {
            mistake(
                    Options.STORAGE_URL,
                    "is not for sqlite, whose file is in the data directory; leave it out, or set "
                            + Options.STORAGE_TYPE.name());
        }
    }

    private void tls() {
        var parts = List.of(Options.TLS_PORT, Options.TLS_CERTIFICATE, Options.TLS_KEY);
        var given = parts.stream()
                .filter(option -> configuration.get(option).isPresent())
                .count();
        if (given > 0 && given < parts.size()) {
            parts.stream()
                    .filter(option -> configuration.get(option).isEmpty())
                    .forEach(option -> mistake(option, "is missing; TLS needs port, certificate and key"));
        }
        readable(Options.TLS_CERTIFICATE);
        readable(Options.TLS_KEY);
    }

    private void readable(Option<Optional<Path>> option) {
        configuration
                .get(option)
                .filter(file -> !Files.isReadable(file))
                .ifPresent(file -> mistake(option, "the file " + file + " cannot be read"));
    }

    private void registration() {
        if (configuration.get(Options.REGISTRATION_MODE) == RegistrationConfig.Mode.TOKEN
                && configuration.get(Options.REGISTRATION_TOKENS).isEmpty()) {
            mistake(Options.REGISTRATION_TOKENS, "is missing; the mode is token, and there is none to register with");
        }
    }

    private void turn() {
        if (!configuration.get(Options.TURN_URIS).isEmpty()
                && configuration.get(Options.TURN_SHARED_SECRET).isEmpty()) {
            mistake(Options.TURN_SHARED_SECRET, "is missing; without it nobody can use the servers of turn.uris");
        }
    }

    private void appservices() {
        configuration.registrations().mistakes().forEach(what -> mistake(Options.APPSERVICE_REGISTRATIONS, what));
    }

    private void mistake(Option<?> option, String what) {
        mistakes.add(new Mistake(
                configuration.isGiven(option) ? option.name() + " " + configuration.place(option) : option.name(),
                what));
    }
}
