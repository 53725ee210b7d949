package org.hirundo.domain.auth;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.hirundo.domain.crypto.Signatures;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.room.JoinRule;
import org.hirundo.domain.room.MemberContent;
import org.hirundo.domain.room.Membership;

/**
 * {@code m.room.member}: each membership has a rule of its own, and no later rule is asked.
 *
 * @param authoriserSigns whether {@code join_authorised_via_users_server} means something
 * @param memberships the rules by the membership that the event gives
 */
record MemberRule(boolean authoriserSigns, Map<Membership, MembershipRule> memberships) implements AuthRule {

    static final MemberRule V1 = new MemberRule(
            false,
            Map.of(
                    Membership.JOIN,
                    MemberJoinRule.V1,
                    Membership.INVITE,
                    new MemberInviteRule(),
                    Membership.LEAVE,
                    MemberLeaveRule.V1,
                    Membership.BAN,
                    new MemberBanRule()));

    static final MemberRule V7 = V1.with(Membership.JOIN, MemberJoinRule.V7)
            .with(Membership.LEAVE, MemberLeaveRule.V7)
            .with(Membership.KNOCK, MemberKnockRule.V7);

    static final MemberRule V8 = V7.with(Membership.JOIN, MemberJoinRule.V8).withSigningAuthoriser();

    static final MemberRule V10 =
            V8.with(Membership.JOIN, MemberJoinRule.V10).with(Membership.KNOCK, MemberKnockRule.V10);

    static final MemberRule V11 = V10.with(Membership.JOIN, MemberJoinRule.V11);

    /** The rule for one membership. */
    interface MembershipRule {

        /**
         * What the rule says of the event.
         *
         * @param target the event's state key; nothing has made sure that it is a user id
         */
        Ruling rule(Event event, String target, StateView room);
    }

    private MemberRule with(Membership membership, MembershipRule rule) {
        var changed = new EnumMap<>(memberships);
        changed.put(membership, rule);
        return new MemberRule(authoriserSigns, Map.copyOf(changed));
    }

    private MemberRule withSigningAuthoriser() {
        return new MemberRule(true, memberships);
    }

    /** Whether users may knock on rooms of this join rule. */
    boolean letsKnock(JoinRule joinRule) {
        return memberships.get(Membership.KNOCK) instanceof MemberKnockRule(var joinRules)
                && joinRules.contains(joinRule);
    }

    /** Whether users join rooms of this join rule on the word of a member. */
    boolean letsJoinAuthorised(JoinRule joinRule) {
        return memberships.get(Membership.JOIN) instanceof MemberJoinRule join
                && join.byAuthorisation().contains(joinRule);
    }

    @Override
    public String name() {
        return "m.room.member";
    }

    @Override
    public Ruling rule(Event event, StateView room) {
        if (!event.isType(EventType.MEMBER)) {
            return Ruling.pass();
        }
        if (event.stateKey().isEmpty()) {
            return Ruling.deny("It has no state key");
        }
        if (authoriserSigns && !isSignedByAuthoriser(event)) {
            return Ruling.deny("It is not signed by the server that authorised the join");
        }
        var membershipRule = MemberContent.of(event)
                .membership()
                .flatMap(membership -> Optional.ofNullable(memberships.get(membership)));
        return membershipRule.isEmpty()
                ? Ruling.deny("The membership is not known")
                : membershipRule.get().rule(event, event.stateKey().get(), room);
    }

    /**
     * Whether there is a signature of the server that authorised the join, if one is named. That the signature is valid
     * was a condition of taking the event in at all.
     */
    private static boolean isSignedByAuthoriser(Event event) {
        var content = MemberContent.of(event);
        return !content.json().has(MemberContent.JOIN_AUTHORISED_VIA_USERS_SERVER)
                || content.joinAuthorisedViaUsersServer()
                        .filter(authoriser -> isSignedBy(event, authoriser.server()))
                        .isPresent();
    }

    private static boolean isSignedBy(Event event, ServerName server) {
        return !Signatures.keys(event.json(), server.toString()).isEmpty();
    }
}
