package org.hirundo.bootstrap.config;

import java.util.ArrayList;
import java.util.List;

/**
 * All options with their meaning, default and present value, as a properties file: what is given stands as it is, what is not
 * stands as a comment. So the listing can become the file it describes.
 */
public final class Listing {

    private static final int WIDTH = 100;

    private Listing() {}

    /** The listing. */
    public static String of(Configuration configuration) {
        var lines = new ArrayList<String>();
        Topic shown = null;
        for (var option : Options.all()) {
            if (option.topic() != shown) {
                shown = option.topic();
                lines.add("#### " + shown.title());
                lines.add("");
            }
            wrapped(option.meaning()).forEach(line -> lines.add("# " + line));
            lines.add("# " + option.type().description() + "; default: "
                    + (option.defaultText().isEmpty() ? "nothing" : option.defaultText()));
            lines.add(value(option, configuration));
            lines.add("");
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static String value(Option<?> option, Configuration configuration) {
        if (!configuration.isGiven(option)) {
            return ("# " + option.name() + " = " + option.defaultText()).stripTrailing();
        }
        return option.secret()
                ? "# " + option.name() + " is set " + configuration.place(option) + ", and not shown here"
                : option.name() + " = " + configuration.text(option);
    }

    private static List<String> wrapped(String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + word.length() >= WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
