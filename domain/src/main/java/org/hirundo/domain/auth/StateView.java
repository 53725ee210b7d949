package org.hirundo.domain.auth;

import java.util.Optional;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.Membership;
import org.hirundo.domain.room.PowerLevels;

/** A state as the rules speak of it: memberships, levels, the join rule. */
final class StateView {

    private final AuthState state;

    StateView(AuthState state) {
        this.state = state;
    }

    /** Whether the room has been created in this state. */
    boolean isCreated() {
        return state.create().isPresent();
    }

    /** The event that created the room; {@link RoomRule} has made sure that there is one. */
    Event create() {
        return state.create().orElseThrow();
    }

    /** The power levels in force: those of the event, or what holds without one. */
    PowerLevels powerLevels() {
        return PowerLevels.of(create(), powerLevelsEvent());
    }

    /** The power level of an event's target, a user or not. */
    long levelOf(String target) {
        var levels = powerLevels();
        return UserId.find(target).map(levels::levelOf).orElseGet(levels::usersDefault);
    }

    /** The event in force that sets power levels. */
    Optional<Event> powerLevelsEvent() {
        return state.get(new StateTuple(EventType.POWER_LEVELS, ""));
    }

    /** The membership of the user, empty for one the room does not know. */
    Optional<Membership> membership(String user) {
        return state.get(new StateTuple(EventType.MEMBER, user))
                .flatMap(member -> member.content().string("membership"))
                .flatMap(Membership::of);
    }

    /** Whether the user is joined. */
    boolean isJoined(UserId user) {
        return is(user, Membership.JOIN);
    }

    /** Whether the user has the membership. */
    boolean is(UserId user, Membership membership) {
        return membership(user.toString()).filter(membership::equals).isPresent();
    }

    /**
     * The join rule, as it is written: versions know different ones. The specification does not say what holds without
     * one; servers agree on {@code invite}.
     */
    String joinRule() {
        return state.get(new StateTuple(EventType.JOIN_RULES, ""))
                .map(rules -> rules.content().string("join_rule").orElse(""))
                .orElse("invite");
    }

    /** The invitation of somebody known by a third-party id only, by its token. */
    Optional<Event> thirdPartyInvite(String token) {
        return state.get(new StateTuple(EventType.THIRD_PARTY_INVITE, token));
    }
}
