package org.hirundo.domain.room;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hirundo.domain.event.Event;

/** Whether guests may join a room, as {@code m.room.guest_access} says. */
public enum GuestAccess {
    /** They may. */
    CAN_JOIN("can_join"),
    /** They may not. */
    FORBIDDEN("forbidden");

    private static final Map<String, GuestAccess> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(GuestAccess::wireName, Function.identity()));

    private final String wireName;

    GuestAccess(String wireName) {
        this.wireName = wireName;
    }

    /** The one of this name in events, if there is one. */
    public static Optional<GuestAccess> of(String wireName) {
        return Optional.ofNullable(BY_NAME.get(wireName));
    }

    /** What the {@code m.room.guest_access} in force sets: {@link #FORBIDDEN} if there is none, or none that is known. */
    public static GuestAccess of(Optional<Event> guestAccess) {
        return guestAccess
                .flatMap(event -> event.content().string("guest_access"))
                .flatMap(GuestAccess::of)
                .orElse(FORBIDDEN);
    }

    /** The name in events. */
    public String wireName() {
        return wireName;
    }

    /** The name in events. */
    @Override
    public String toString() {
        return wireName;
    }
}
