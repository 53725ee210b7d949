package org.hirundo.bootstrap.cli;

import java.util.ArrayList;
import java.util.List;
import org.hirundo.bootstrap.config.Option;
import org.hirundo.bootstrap.config.Topic;

/** Every option as a flag of the command line, with its default and, in short, what it is. */
final class Flags {

    private static final String HEAD = """
            hirundo run [--NAME=VALUE ...] [--config FILE]

            Starts the server, which runs until it is told to end: with SIGTERM or Ctrl-C it answers who waits, finishes
            what was asked, and ends with 143 or 130. What is not given as a flag is taken from the environment
            (HIRUNDO_NAME), from the file hirundo.properties, or is the default. 'hirundo config' says more of each option.
            """;

    private Flags() {}

    static String of(List<Option<?>> options) {
        var lines = new ArrayList<String>();
        lines.add(HEAD.stripTrailing());
        Topic shown = null;
        for (var option : options) {
            if (option.topic() != shown) {
                shown = option.topic();
                lines.add("");
                lines.add(shown.title());
            }
            lines.add("  --" + option.flag() + (option.defaultText().isEmpty() ? "" : "=" + option.defaultText()));
            lines.add("        " + option.type().description());
        }
        return String.join(System.lineSeparator(), lines);
    }
}
