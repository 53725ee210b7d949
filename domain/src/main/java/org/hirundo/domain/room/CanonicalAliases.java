package org.hirundo.domain.room;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;

/**
 * The content of an {@code m.room.canonical_alias}: by which names a room wants to be known. What has the wrong type counts as
 * absent.
 */
public record CanonicalAliases(JsonObject json) {

    private static final String MAIN = "alias";
    private static final String OTHERS = "alt_aliases";

    /** All aliases, the main one and the others, as they are written; they need not be aliases at all. */
    public Set<String> listed() {
        return Stream.concat(
                        json.string(MAIN).filter(alias -> !alias.isEmpty()).stream(),
                        json.array(OTHERS).orElse(JsonArray.EMPTY).stringsIn())
                .collect(Collectors.toSet());
    }

    /** The content with those aliases alone that are to stay. */
    public CanonicalAliases retaining(Predicate<String> stays) {
        var retained = json;
        if (json.string(MAIN).filter(stays).isEmpty()) {
            retained = retained.without(MAIN);
        }
        if (json.has(OTHERS)) {
            var others = json.array(OTHERS).orElse(JsonArray.EMPTY).stringsIn();
            retained = retained.with(
                    OTHERS, JsonArray.ofStrings(others.filter(stays).toList()));
        }
        return new CanonicalAliases(retained);
    }
}
