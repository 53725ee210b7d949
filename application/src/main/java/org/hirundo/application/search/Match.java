package org.hirundo.application.search;

import org.hirundo.application.port.event.StoredEvent;

/**
 * An event that matches and that the reader may see.
 *
 * @param rank how closely it matches, up to 1
 */
record Match(StoredEvent event, double rank) {}
