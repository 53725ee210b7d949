package org.hirundo.application.port.relation;

import java.util.Set;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.UserId;

/**
 * For whom relations are summed up.
 *
 * @param ignored whose events are left out
 * @param upTo events after this position are left out
 */
public record RelationViewer(UserId user, Set<UserId> ignored, StreamPosition upTo) {

    public RelationViewer {
        ignored = Set.copyOf(ignored);
    }
}
