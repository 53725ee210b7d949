package org.hirundo.bootstrap.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Everything that was given, in all places. What nobody reads is a mistake too: an option that is spelled wrong must not pass for
 * one that is set.
 */
final class Sources {

    /** Variables of the start script, which the server has no use for. */
    private static final List<String> OF_THE_SCRIPT = List.of("HIRUNDO_JAVA_OPTIONS", "HIRUNDO_HEAP");

    private static final String VARIABLE_PREFIX = "HIRUNDO_";

    private final List<Given> sources = new ArrayList<>();
    private final List<Mistake> mistakes = new ArrayList<>();

    Sources() {
        sources.add(new Given(
                "by default",
                Given.DEFAULTS,
                Options.all().stream().collect(Collectors.toMap(Option::name, Option::defaultText))));
    }

    /** Takes the flags of the command line, by the short names of options. */
    void flags(Map<String, String> flags) {
        var values = new HashMap<String, String>();
        flags.forEach((flag, value) -> values.put(Option.PREFIX + flag, value));
        add("on the command line", Given.FLAGS, values);
    }

    /** Takes the variables of the environment whose names say that they are for this server. */
    void environment(Map<String, String> variables) {
        var names = Options.all().stream().collect(Collectors.toMap(Option::environmentVariable, Option::name));
        var values = new HashMap<String, String>();
        variables.forEach((variable, value) -> {
            if (variable.startsWith(VARIABLE_PREFIX) && !OF_THE_SCRIPT.contains(variable)) {
                var name = names.get(variable);
                if (name == null) {
                    mistakes.add(new Mistake(
                            variable + " in the environment",
                            Suggestion.of(variable, names.keySet(), "there is no such option")));
                } else {
                    values.put(name, value);
                }
            }
        });
        add("in the environment", Given.ENVIRONMENT, values);
    }

    /** Takes the lines of a properties file in UTF-8. */
    void file(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            mistakes.add(new Mistake(file.toString(), "the file cannot be read: " + e));
        }
        var values = properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
        add("in " + file, Given.FILE, values);
    }

    private void add(String place, int ordinal, Map<String, String> values) {
        var known = Options.all().stream().map(Option::name).collect(Collectors.toSet());
        values.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> mistakes.add(
                        new Mistake(name + " " + place, Suggestion.of(name, known, "there is no such option"))));
        sources.add(new Given(place, ordinal, values));
    }

    List<Given> sources() {
        return List.copyOf(sources);
    }

    List<Mistake> mistakes() {
        return List.copyOf(mistakes);
    }

    /** The place that gives the option its value. */
    Optional<Given> of(Option<?> option) {
        return sources.stream()
                .filter(source -> source.getValue(option.name()) != null)
                .max((one, other) -> Integer.compare(one.getOrdinal(), other.getOrdinal()));
    }
}
