package org.hirundo.bootstrap.config;

import java.util.Locale;

/**
 * Something that administrators can decide.
 *
 * @param topic what it is about
 * @param name its name in files, as MicroProfile Config has it
 * @param type what may be given
 * @param defaultText what holds when nothing is given; empty text when that is nothing
 * @param meaning one or more sentences for administrators
 * @param secret whether the value is shown to nobody
 */
public record Option<T>(
        Topic topic, String name, ValueType<T> type, String defaultText, String meaning, boolean secret) {

    /** What the names of all options begin with. */
    public static final String PREFIX = "hirundo.";

    static <T> Option<T> of(Topic topic, String shortName, ValueType<T> type, String defaultText, String meaning) {
        return new Option<>(topic, PREFIX + shortName, type, defaultText, meaning, false);
    }

    Option<T> asSecret() {
        return new Option<>(topic, name, type, defaultText, meaning, true);
    }

    /** The name as a flag of the command line, without its two hyphens. */
    public String flag() {
        return name.substring(PREFIX.length());
    }

    /** The name as an environment variable. */
    public String environmentVariable() {
        return name.replaceAll("[^a-zA-Z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
