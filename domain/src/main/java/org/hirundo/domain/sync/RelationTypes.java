package org.hirundo.domain.sync;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.relation.Relation;

/**
 * Which events a client wants by how they relate to others: only those that relate in one of some ways, or none of those that do.
 *
 * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/3874">MSC3874, loading messages excluding threads</a>
 */
record RelationTypes(Optional<Set<String>> wanted, Set<String> unwanted) {

    private static final String PREFIX = "org.matrix.msc3874.";

    static RelationTypes read(RequestReader reader) {
        return new RelationTypes(
                reader.strings(PREFIX + "rel_types").map(Set::copyOf),
                Set.copyOf(reader.strings(PREFIX + "not_rel_types").orElse(List.of())));
    }

    /** Whether there may be events that do not pass. */
    boolean narrows() {
        return wanted.isPresent() || !unwanted.isEmpty();
    }

    /** Whether the event passes; one without a relation is in no list. */
    boolean include(Event event) {
        if (!narrows()) {
            return true;
        }
        var type = Relation.of(event).map(relation -> relation.type().value());
        return (wanted.isEmpty() || type.filter(wanted.get()::contains).isPresent())
                && type.filter(unwanted::contains).isEmpty();
    }
}
