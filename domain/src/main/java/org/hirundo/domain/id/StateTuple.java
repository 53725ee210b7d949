package org.hirundo.domain.id;

/** The (type, state key) tuple by which a room's state is keyed. */
public record StateTuple(EventType type, String stateKey) {}
