package org.hirundo.domain.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonValue;

/**
 * The way to a property through nested objects, as names from the outside in; written {@code content.m\.relates_to.rel_type}.
 *
 * <p>Paths do not lead into arrays.
 *
 * @see <a href="https://spec.matrix.org/v1.19/appendices/#dot-separated-property-paths">Dot-separated property paths</a>
 */
public record PropertyPath(List<String> names) {

    public PropertyPath {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("A property path has at least one name");
        }
    }

    /** The path of these names, which need no escaping. */
    public static PropertyPath of(String... names) {
        return new PropertyPath(List.of(names));
    }

    /**
     * Reads the dotted form. A backslash before a dot or a backslash takes its meaning away; any other backslash stands for
     * itself. Every text is a path.
     */
    public static PropertyPath parse(String dotted) {
        var names = new ArrayList<String>();
        var name = new StringBuilder();
        for (int i = 0; i < dotted.length(); i++) {
            var c = dotted.charAt(i);
            if (c == '.') {
                names.add(name.toString());
                name.setLength(0);
            } else if (c == '\\' && i + 1 < dotted.length() && isEscapable(dotted.charAt(i + 1))) {
                name.append(dotted.charAt(++i));
            } else {
                name.append(c);
            }
        }
        names.add(name.toString());
        return new PropertyPath(names);
    }

    private static boolean isEscapable(char c) {
        return c == '.' || c == '\\';
    }

    /** What the path leads to; empty when a name is missing on the way, or what has the name is no object. */
    public Optional<JsonValue> find(JsonObject root) {
        var object = root;
        for (int i = 0; i < names.size() - 1; i++) {
            if (!(object.get(names.get(i)) instanceof JsonObject inner)) {
                return Optional.empty();
            }
            object = inner;
        }
        return Optional.ofNullable(object.get(names.getLast()));
    }

    /** The dotted form, with no more escapes than needed. */
    @Override
    public String toString() {
        return names.stream()
                .map(name -> name.replace("\\", "\\\\").replace(".", "\\."))
                .collect(Collectors.joining("."));
    }
}
