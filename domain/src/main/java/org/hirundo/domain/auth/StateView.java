package org.hirundo.domain.auth;

import java.util.Optional;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.JoinRule;
import org.hirundo.domain.room.MemberContent;
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
                .flatMap(member -> MemberContent.of(member).membership());
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
     * The join rule, empty when it is none that is known. The specification does not say what holds before there is one;
     * servers agree on {@link JoinRule#INVITE}.
     */
    Optional<JoinRule> joinRule() {
        var joinRules = state.get(new StateTuple(EventType.JOIN_RULES, ""));
        return joinRules.isEmpty() ? Optional.of(JoinRule.INVITE) : JoinRule.of(joinRules.get());
    }

    /** The invitation of somebody known by a third-party id only, by its token. */
    Optional<Event> thirdPartyInvite(String token) {
        return state.get(new StateTuple(EventType.THIRD_PARTY_INVITE, token));
    }
}
