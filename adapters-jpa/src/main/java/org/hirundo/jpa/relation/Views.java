package org.hirundo.jpa.relation;

import org.hirundo.application.port.relation.RelationViewer;
import org.hirundo.jpa.common.Ids;
import org.hirundo.jpa.common.Parameters;

/** The conditions that leave out what is not for a viewer. */
final class Views {

    private Views() {}

    /** To be added to the conditions of a query of relations {@code r}. */
    static String seenBy(RelationViewer viewer, Parameters parameters) {
        var upTo = " and r.stream_position <= " + parameters.add(viewer.upTo().value());
        return viewer.ignored().isEmpty()
                ? upTo
                : upTo + " and r.sender not in (" + parameters.addAll(Ids.of(viewer.ignored())) + ")";
    }
}
