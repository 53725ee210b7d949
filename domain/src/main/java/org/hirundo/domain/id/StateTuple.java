package org.hirundo.domain.id;

/** The (type, state key) tuple by which a room's state is keyed. */
public record StateTuple(EventType type, String stateKey) {

    /** The tuple of the type with the empty state key. */
    public static StateTuple of(EventType type) {
        return new StateTuple(type, "");
    }

    /** The tuple of a user's membership. */
    public static StateTuple member(UserId user) {
        return new StateTuple(EventType.MEMBER, user.toString());
    }
}
