package org.hirundo.domain.sync;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hirundo.domain.match.Glob;

/** A list of event types as a filter has it: each a type, or a pattern with {@code *} for any sequence of characters. */
record TypePatterns(Set<String> types, List<Glob> patterns) {

    TypePatterns {
        types = Set.copyOf(types);
        patterns = List.copyOf(patterns);
    }

    static TypePatterns of(List<String> texts) {
        var types = new HashSet<String>();
        var patterns = new LinkedHashSet<Glob>();
        for (var text : texts) {
            var glob = Glob.ofStars(text);
            if (glob.isLiteral()) {
                types.add(text);
            } else {
                patterns.add(glob);
            }
        }
        return new TypePatterns(types, List.copyOf(patterns));
    }

    boolean isEmpty() {
        return types.isEmpty() && patterns.isEmpty();
    }

    boolean match(String type) {
        if (types.contains(type)) {
            return true;
        }
        for (var pattern : patterns) {
            if (pattern.matches(type)) {
                return true;
            }
        }
        return false;
    }
}
