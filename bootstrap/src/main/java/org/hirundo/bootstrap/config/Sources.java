package org.hirundo.bootstrap.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything that was given, in all places. What nobody reads is a mistake too: an option that is spelled wrong must not pass for
 * one that is set.
 */
final class Sources {

    /** For the start script, which gives the server so much memory; the server itself has no use for it. */
    private static final String OF_THE_SCRIPT = "HIRUNDO_HEAP";

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
        var given = new HashMap<String, String>();
        flags.forEach((flag, value) -> given.put("--" + flag, value));
        add("on the command line", Given.FLAGS, given, option -> "--" + option.flag());
    }

    /** Takes the variables of the environment whose names say that they are for this server. */
    void environment(Map<String, String> variables) {
        var given = new HashMap<String, String>();
        variables.forEach((variable, value) -> {
            if (variable.startsWith(VARIABLE_PREFIX) && !variable.equals(OF_THE_SCRIPT)) {
                given.put(variable, value);
            }
        });
        add("in the environment", Given.ENVIRONMENT, given, Option::environmentVariable);
    }

    /** Takes the lines of a properties file in UTF-8. */
    void file(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            mistakes.add(new Mistake(file.toString(), "the file cannot be read: " + e));
        }
        var given = properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
        add("in " + file, Given.FILE, given, Option::name);
    }

    /** Takes what was given in one place, where options are spelled in a way of its own. */
    private void add(String place, int ordinal, Map<String, String> given, Function<Option<?>, String> spelling) {
        var names = Options.all().stream().collect(Collectors.toMap(spelling, Option::name));
        var values = new HashMap<String, String>();
        given.forEach((spelled, value) -> {
            var name = names.get(spelled);
            if (name == null) {
                var what = Suggestion.of(
                        spelled, names.keySet(), "there is no such option", "'hirundo config' lists all there are");
                mistakes.add(new Mistake(spelled + " " + place, what));
            } else {
                values.put(name, value);
            }
        });
        sources.add(new Given(place, ordinal, values));
    }

    List<Given> sources() {
        return List.copyOf(sources);
    }

    List<Mistake> mistakes() {
        return List.copyOf(mistakes);
    }
}
