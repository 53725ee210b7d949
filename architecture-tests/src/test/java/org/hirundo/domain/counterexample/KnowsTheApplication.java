package org.hirundo.domain.counterexample;

import jakarta.inject.Inject;
import org.hirundo.application.room.Rooms;

/** Looks up, and asks for what it needs to be injected. */
public final class KnowsTheApplication {

    private final Rooms rooms;

    @Inject
    KnowsTheApplication(Rooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public String toString() {
        return rooms.toString();
    }
}
