package org.hirundo.domain.auth;

import org.hirundo.domain.event.Event;

/**
 * An event this server holds, with what it once said of it.
 *
 * @param rejected whether the event failed the authorisation rules on receipt. A soft-failed event is not rejected.
 */
public record JudgedEvent(Event event, boolean rejected) {}
