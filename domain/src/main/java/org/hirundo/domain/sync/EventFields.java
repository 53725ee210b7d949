package org.hirundo.domain.sync;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.match.PropertyPath;

/**
 * The parts of events that a client wants, {@code event_fields} of a filter. A list that is empty wants all: an event
 * without any field is of no use, and the server may send more than was asked for.
 */
public final class EventFields {

    /** All fields. */
    public static final EventFields ALL = new EventFields(new Selection());

    private final Selection root;

    /** The names that are wanted of one object, each with what is wanted below it; nothing below means all of it. */
    private static final class Selection {

        private final Map<String, Selection> names = new LinkedHashMap<>();
    }

    private EventFields(Selection root) {
        this.root = root;
    }

    /** The fields at these paths, each with all that is in it. */
    public static EventFields of(List<PropertyPath> paths) {
        var root = new Selection();
        for (var path : paths) {
            add(root, path.names());
        }
        return new EventFields(root);
    }

    /** Adds a path, unless it is within one that is wanted as a whole. */
    private static void add(Selection root, List<String> names) {
        var selection = root;
        for (var name : names) {
            var known = selection.names.get(name);
            if (known != null && known.names.isEmpty()) {
                return;
            }
            selection = selection.names.computeIfAbsent(name, missing -> new Selection());
        }
        selection.names.clear();
    }

    /** Whether nothing is left out. */
    public boolean isAll() {
        return root.names.isEmpty();
    }

    /** The event with the wanted fields alone, in the order they have in the event. */
    public JsonObject of(JsonObject event) {
        return isAll() ? event : prune(event, root);
    }

    private static JsonObject prune(JsonObject object, Selection selection) {
        var kept = JsonObject.builder();
        object.members().forEach((name, value) -> {
            var inner = selection.names.get(name);
            if (inner == null) {
                return;
            }
            if (inner.names.isEmpty()) {
                kept.put(name, value);
            } else if (value instanceof JsonObject nested) {
                kept.put(name, prune(nested, inner));
            }
        });
        return kept.build();
    }
}
