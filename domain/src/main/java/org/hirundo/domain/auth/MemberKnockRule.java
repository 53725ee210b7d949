package org.hirundo.domain.auth;

import java.util.Set;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.room.JoinRule;
import org.hirundo.domain.room.Membership;

/**
 * {@code membership} is {@code knock}, from room version 7 on.
 *
 * @param joinRules the join rules under which one can knock
 */
record MemberKnockRule(Set<JoinRule> joinRules) implements MemberRule.MembershipRule {

    static final MemberKnockRule V7 = new MemberKnockRule(Set.of(JoinRule.KNOCK));

    static final MemberKnockRule V10 = new MemberKnockRule(Set.of(JoinRule.KNOCK, JoinRule.KNOCK_RESTRICTED));

    private static final Set<Membership> OUT_OF_PLACE = Set.of(Membership.BAN, Membership.INVITE, Membership.JOIN);

    @Override
    public Ruling rule(Event event, String target, StateView room) {
        if (room.joinRule().filter(joinRules::contains).isEmpty()) {
            return Ruling.deny("The join rule does not let anybody knock");
        }
        if (!event.sender().toString().equals(target)) {
            return Ruling.deny("Nobody can knock for somebody else");
        }
        return room.membership(target).filter(OUT_OF_PLACE::contains).isPresent()
                ? Ruling.deny("The user is banned, invited, or in the room")
                : Ruling.allow();
    }
}
