package org.hirundo.bootstrap.config;

import java.util.Optional;
import java.util.function.Function;

/**
 * What can be given for an option.
 *
 * @param description what it is, to stand after "is": {@code a whole number from 1 to 10}
 * @param parse reads it; whatever is wrong is an exception, and then the description is what the administrator is told
 */
public record ValueType<T>(String description, Function<String, T> parse) {

    /** Reads what was given, or answers empty when it is not of this type. */
    public Optional<T> read(String text) {
        try {
            return Optional.of(parse.apply(text.strip()));
        } catch (RuntimeException e) {
            // Every parser has exceptions of its own; all of them mean that the description does not fit.
            return Optional.empty();
        }
    }

    /** The same, or nothing when nothing is given. */
    ValueType<Optional<T>> orNothing() {
        return new ValueType<>(
                description + ", or nothing",
                text -> text.isEmpty() ? Optional.empty() : Optional.of(parse.apply(text)));
    }
}
