package org.hirundo.bootstrap.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of a command line, and its flags: {@code --name=value} or {@code --name value}; switches have no value.
 *
 * @param words what is no flag, in its order
 * @param flags by their names without hyphens; later ones count
 * @param switches those that are there
 */
record Arguments(List<String> words, Map<String, String> flags, Set<String> switches) {

    private static final String FLAG = "--";

    Arguments {
        words = List.copyOf(words);
        flags = Map.copyOf(flags);
        switches = Set.copyOf(switches);
    }

    /**
     * Reads a command line.
     *
     * @param known the names of switches
     * @throws Usage when a flag lacks its value
     */
    static Arguments parse(List<String> line, Set<String> known) throws Usage {
        var words = new ArrayList<String>();
        var flags = new LinkedHashMap<String, String>();
        var switches = new HashSet<String>();
        var rest = line.iterator();
        while (rest.hasNext()) {
            var argument = rest.next();
            if (!argument.startsWith(FLAG)) {
                words.add(argument);
                continue;
            }
            var flag = argument.substring(FLAG.length());
            var equals = flag.indexOf('=');
            if (equals >= 0) {
                flags.put(flag.substring(0, equals), flag.substring(equals + 1));
            } else if (known.contains(flag)) {
                switches.add(flag);
            } else if (rest.hasNext()) {
                flags.put(flag, rest.next());
            } else {
                throw new Usage(argument + " needs a value: " + argument + "=...");
            }
        }
        return new Arguments(words, flags, switches);
    }

    /** The same but for these flags. */
    Arguments without(String... names) {
        var others = new LinkedHashMap<>(flags);
        List.of(names).forEach(others::remove);
        return new Arguments(words, others, switches);
    }
}
