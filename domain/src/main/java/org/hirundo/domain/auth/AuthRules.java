package org.hirundo.domain.auth;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.event.EventDraft;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.room.JoinRule;

/**
 * The authorisation rules of a room version: its rules in the order of the chapter, of which the first that decides wins.
 *
 * <p>An event is judged three times on receipt: by what it cites ({@link #checkAuthEvents}), by the state before it and by
 * the current state of the room ({@link #check}).
 *
 * @see <a href="https://spec.matrix.org/v1.19/server-server-api/#checks-performed-on-receipt-of-a-pdu">Checks performed on
 *     receipt of a PDU</a>
 */
public final class AuthRules {

    /** Room versions 1 and 2. */
    public static final AuthRules V1 = new AuthRules(
            AuthEventsSelection.V1,
            List.of(
                    CreateRule.V1,
                    new RoomRule(),
                    new FederateRule(),
                    new AliasesRule(),
                    MemberRule.V1,
                    new SenderJoinedRule(),
                    new ThirdPartyInviteRule(),
                    new RequiredLevelRule(),
                    UserStateKeyRule.V1,
                    PowerLevelsRule.V1,
                    new RedactionRule()));

    /** Room versions 3 to 5: redactions are judged when they are applied. */
    public static final AuthRules V3 = V1.without(RedactionRule.NAME);

    /** Room version 6: aliases are state like any other; levels of notifications are guarded. */
    public static final AuthRules V6 = V3.without(AliasesRule.NAME).with(PowerLevelsRule.V6);

    /** Room version 7: knocking. */
    public static final AuthRules V7 = V6.with(MemberRule.V7);

    /** Room versions 8 and 9: restricted rooms. */
    public static final AuthRules V8 = V7.with(MemberRule.V8).with(AuthEventsSelection.V8);

    /** Room version 10: restricted rooms that can be knocked on. */
    public static final AuthRules V10 = V8.with(MemberRule.V10);

    /** Room version 11: the creator is who sent the create event. */
    public static final AuthRules V11 = V10.with(CreateRule.V11).with(MemberRule.V11);

    /** Room version 12: the room id is the create event's. */
    public static final AuthRules V12 = V11.with(CreateRule.V12).with(AuthEventsSelection.V12);

    private final AuthEventsSelection selection;
    private final List<AuthRule> rules;

    private AuthRules(AuthEventsSelection selection, List<AuthRule> rules) {
        this.selection = selection;
        this.rules = List.copyOf(rules);
    }

    /** These rules, where the users whom state keys name own the state. */
    public AuthRules withOwnedState() {
        return with(UserStateKeyRule.PREFIXED);
    }

    /** These rules with one in the place of that of the same name. */
    private AuthRules with(AuthRule rule) {
        return new AuthRules(
                selection,
                rules.stream()
                        .map(before -> before.name().equals(rule.name()) ? rule : before)
                        .toList());
    }

    private AuthRules with(AuthEventsSelection changed) {
        return new AuthRules(changed, rules);
    }

    private AuthRules without(String name) {
        return new AuthRules(
                selection,
                rules.stream().filter(rule -> !rule.name().equals(name)).toList());
    }

    /**
     * Whether the event may be in a room that has this state before it.
     *
     * @param state at least what {@link #authTypesFor} names, and the create event
     */
    public Verdict check(Event event, AuthState state) {
        var room = new StateView(state);
        for (var rule : rules) {
            switch (rule.rule(event, room)) {
                case Ruling.Pass() -> {}
                case Ruling.Allow() -> {
                    return new Verdict.Allowed();
                }
                case Ruling.Deny(var reason) -> {
                    return new Verdict.Denied(rule.name(), reason);
                }
            }
        }
        return new Verdict.Allowed();
    }

    /**
     * Whether the event may be, going by the events it cites: whether it may cite them, and whether they allow it.
     *
     * @param known the events that {@link #authEventsOf} names, as far as this server knows them; an event that cites
     *     unknown ones is denied
     */
    public Verdict checkAuthEvents(Event event, Map<EventId, JudgedEvent> known) {
        var state = new HashMap<StateTuple, Event>();
        if (!event.isType(EventType.CREATE)) {
            var objection = new AuthEventsRule(selection).objection(event, known);
            if (objection.isPresent()) {
                return new Verdict.Denied(AuthEventsRule.NAME, objection.get());
            }
            authEventsOf(event).stream()
                    .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                    .filter(entry -> !entry.rejected())
                    .map(JudgedEvent::event)
                    .forEach(cited -> cited.stateTuple().ifPresent(tuple -> state.put(tuple, cited)));
        }
        return check(event, AuthState.of(state));
    }

    /** The events that say whether an event may be: those it cites and, where the room id names it, the create event. */
    public Set<EventId> authEventsOf(Event event) {
        var ids = new LinkedHashSet<>(event.authEvents());
        if (!selection.create() && !event.isType(EventType.CREATE)) {
            ids.add(event.roomId().createEvent());
        }
        return ids;
    }

    /** Whether users may knock on rooms of this join rule. */
    public boolean letKnock(JoinRule joinRule) {
        return memberRules().anyMatch(rule -> rule.letsKnock(joinRule));
    }

    /** Whether users join rooms of this join rule on the word of a member. */
    public boolean letJoinAuthorised(JoinRule joinRule) {
        return memberRules().anyMatch(rule -> rule.letsJoinAuthorised(joinRule));
    }

    private Stream<MemberRule> memberRules() {
        return rules.stream().filter(MemberRule.class::isInstance).map(MemberRule.class::cast);
    }

    /** The tuples of the state that the event has to cite, as far as the state has them; all that {@link #check} looks at. */
    public Set<StateTuple> authTypesFor(Event event) {
        return selection.tuples(event.sender(), event.type(), event.stateKey(), event.content());
    }

    /** The tuples of the state that an event made from the draft has to cite, as far as the state has them. */
    public Set<StateTuple> authTypesFor(EventDraft draft) {
        return selection.tuples(draft.sender(), draft.type(), draft.stateKey(), draft.content());
    }
}
