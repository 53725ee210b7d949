package org.hirundo.application.search;

import java.util.Arrays;
import java.util.Optional;
import org.hirundo.application.port.event.StoredEvent;

/** By what the results of a search can be grouped. */
public enum Grouping {
    /** By room. */
    ROOM("room_id") {
        @Override
        String of(StoredEvent event) {
            return event.event().roomId().toString();
        }
    },
    /** By who sent it. */
    SENDER("sender") {
        @Override
        String of(StoredEvent event) {
            return event.event().sender().toString();
        }
    };

    private final String wireName;

    Grouping(String wireName) {
        this.wireName = wireName;
    }

    /** The grouping of this name. */
    public static Optional<Grouping> find(String name) {
        return Arrays.stream(values())
                .filter(grouping -> grouping.wireName.equals(name))
                .findFirst();
    }

    /** The group of the event. */
    abstract String of(StoredEvent event);

    /** As the specification writes it. */
    @Override
    public String toString() {
        return wireName;
    }
}
