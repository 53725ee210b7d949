package org.hirundo.bootstrap.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hirundo.application.config.Appservices;
import org.hirundo.domain.appservice.Registration;
import org.hirundo.domain.appservice.Registration.MalformedRegistration;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonNull;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.json.JsonValue;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The registration files of application services, with all that is wrong with them. */
final class Registrations {

    private final ServerName server;
    private final Map<Path, Registration> services = new LinkedHashMap<>();
    private final List<String> mistakes = new ArrayList<>();

    private Registrations(ServerName server) {
        this.server = server;
    }

    /** Reads the files, and those in directories in the order of their names. */
    static Registrations read(List<Path> files, ServerName server) {
        var registrations = new Registrations(server);
        files.forEach(registrations::readAll);
        registrations.checkUnique();
        return registrations;
    }

    /** The services whose registrations could be read. */
    Appservices services() {
        return new Appservices(List.copyOf(services.values()));
    }

    /** What is wrong, each with the name of its file. */
    List<String> mistakes() {
        return mistakes;
    }

    private void readAll(Path path) {
        if (!Files.isDirectory(path)) {
            readOne(path);
            return;
        }
        try (var entries = Files.list(path)) {
            entries.filter(file ->
                            file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
                    .sorted()
                    .forEach(this::readOne);
        } catch (IOException e) {
            mistakes.add("the directory " + path + " cannot be read");
        }
    }

    private void readOne(Path file) {
        try {
            if (json(load(file)) instanceof JsonObject object) {
                services.put(file, Registration.parse(object, server));
            } else {
                mistakes.add(file + ": this is no registration");
            }
        } catch (IOException e) {
            mistakes.add("the file " + file + " cannot be read");
        } catch (YAMLException e) {
            // What the parser says of the place quotes the file, and there are secrets in it.
            mistakes.add(file + ": this is not YAML");
        } catch (MalformedRegistration e) {
            e.mistakes().forEach(mistake -> mistakes.add(file + ": " + mistake));
        }
    }

    private static @Nullable Object load(Path file) throws IOException {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (var reader = Files.newBufferedReader(file)) {
            return new Yaml(new SafeConstructor(options)).load(reader);
        }
    }

    /** What is neither text nor number nor flag, such as a date, has no place in a registration and is as good as nothing. */
    private static JsonValue json(@Nullable Object yaml) {
        return switch (yaml) {
            case String text -> new JsonString(text);
            case Boolean flag -> JsonBoolean.of(flag);
            case Integer number -> new JsonInteger(number);
            case Long number -> new JsonInteger(number);
            case List<?> list -> JsonArray.of(list, Registrations::json);
            case Map<?, ?> map -> {
                var object = JsonObject.builder();
                map.forEach((name, value) -> object.put(String.valueOf(name), json(value)));
                yield object.build();
            }
            case null, default -> JsonNull.NULL;
        };
    }

    private void checkUnique() {
        var ids = new HashMap<String, Path>();
        var tokens = new HashMap<String, Path>();
        services.forEach((file, service) -> {
            var sameId = ids.putIfAbsent(service.id(), file);
            if (sameId != null) {
                mistakes.add(file + ": id is that of " + sameId + " too");
            }
            var sameToken = tokens.putIfAbsent(service.asToken().hash(), file);
            if (sameToken != null) {
                mistakes.add(file + ": as_token is that of " + sameToken + " too");
            }
        });
    }
}
