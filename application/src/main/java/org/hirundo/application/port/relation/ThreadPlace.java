package org.hirundo.application.port.relation;

import org.hirundo.application.port.event.GraphPosition;
import org.hirundo.domain.id.EventId;

/**
 * A thread among the threads of its room.
 *
 * @param root which need not be known
 * @param latest the place of its last event
 */
public record ThreadPlace(EventId root, GraphPosition latest) {}
