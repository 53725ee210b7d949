package org.hirundo.domain.auth;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.room.JoinRule;
import org.hirundo.domain.room.MemberContent;
import org.hirundo.domain.room.Membership;

/**
 * {@code membership} is {@code join}.
 *
 * @param creator tells who may join first
 * @param byInvitation the join rules under which an invitation is needed
 * @param byAuthorisation the join rules under which a member who may invite can let somebody in without one
 */
record MemberJoinRule(
        Function<Event, Optional<String>> creator, Set<JoinRule> byInvitation, Set<JoinRule> byAuthorisation)
        implements MemberRule.MembershipRule {

    static final MemberJoinRule V1 =
            new MemberJoinRule(create -> create.content().string("creator"), Set.of(JoinRule.INVITE), Set.of());

    static final MemberJoinRule V7 = new MemberJoinRule(V1.creator, Set.of(JoinRule.INVITE, JoinRule.KNOCK), Set.of());

    static final MemberJoinRule V8 = new MemberJoinRule(V7.creator, V7.byInvitation, Set.of(JoinRule.RESTRICTED));

    static final MemberJoinRule V10 =
            new MemberJoinRule(V8.creator, V8.byInvitation, Set.of(JoinRule.RESTRICTED, JoinRule.KNOCK_RESTRICTED));

    static final MemberJoinRule V11 = new MemberJoinRule(
            create -> Optional.of(create.sender().toString()), V10.byInvitation, V10.byAuthorisation);

    @Override
    public Ruling rule(Event event, String target, StateView room) {
        if (event.prevEvents().equals(List.of(room.create().id())) && isCreator(target, room.create())) {
            return Ruling.allow();
        }
        if (!event.sender().toString().equals(target)) {
            return Ruling.deny("Nobody can join for somebody else");
        }
        var membership = room.membership(target);
        if (membership.equals(Optional.of(Membership.BAN))) {
            return Ruling.deny("The user is banned");
        }
        var joinRule = room.joinRule();
        boolean expected =
                membership.equals(Optional.of(Membership.INVITE)) || membership.equals(Optional.of(Membership.JOIN));
        if (joinRule.filter(byInvitation::contains).isPresent()) {
            return expected ? Ruling.allow() : Ruling.deny("The user is not invited");
        }
        if (joinRule.filter(byAuthorisation::contains).isPresent()) {
            return expected || isAuthorised(event, room)
                    ? Ruling.allow()
                    : Ruling.deny("The user is neither invited nor let in by a member who may invite");
        }
        return joinRule.equals(Optional.of(JoinRule.PUBLIC))
                ? Ruling.allow()
                : Ruling.deny("The join rule lets nobody in");
    }

    private boolean isCreator(String target, Event create) {
        return creator.apply(create).filter(target::equals).isPresent();
    }

    private static boolean isAuthorised(Event event, StateView room) {
        var levels = room.powerLevels();
        return MemberContent.of(event)
                .joinAuthorisedViaUsersServer()
                .filter(room::isJoined)
                .filter(authoriser -> levels.levelOf(authoriser) >= levels.invite())
                .isPresent();
    }
}
