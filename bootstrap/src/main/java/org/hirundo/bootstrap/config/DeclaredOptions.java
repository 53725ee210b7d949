package org.hirundo.bootstrap.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The options that a class declares, in the order in which it does. */
final class DeclaredOptions {

    private final List<Option<?>> all = new ArrayList<>();

    List<Option<?>> all() {
        return List.copyOf(all);
    }

    <T> Option<T> option(Topic topic, String name, ValueType<T> type, String defaultText, String meaning) {
        return added(Option.of(topic, name, type, defaultText, meaning));
    }

    /** One whose value is not shown. */
    Option<Optional<String>> secret(Topic topic, String name, String meaning) {
        return added(
                Option.of(topic, name, ValueTypes.TEXT.orNothing(), "", meaning).asSecret());
    }

    private <T> Option<T> added(Option<T> option) {
        all.add(option);
        return option;
    }
}
