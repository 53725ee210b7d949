package org.hirundo.domain.auth;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.MemberContent;

/**
 * Which part of the state gives the sender of an event permission to send it: what its {@code auth_events} are taken from.
 *
 * @param create whether the create event is cited, rather than implied by the room id
 * @param authoriser whether the member who authorised a join is
 * @see <a href="https://spec.matrix.org/v1.19/server-server-api/#auth-events-selection">Auth events selection</a>
 */
record AuthEventsSelection(boolean create, boolean authoriser) {

    static final AuthEventsSelection V1 = new AuthEventsSelection(true, false);

    static final AuthEventsSelection V8 = new AuthEventsSelection(true, true);

    static final AuthEventsSelection V12 = new AuthEventsSelection(false, true);

    private static final Set<String> UNDER_JOIN_RULES = Set.of("join", "invite", "knock");

    /** The tuples to take from the state, for an event with these properties. */
    Set<StateTuple> tuples(UserId sender, EventType type, Optional<String> stateKey, JsonObject content) {
        if (type.equals(EventType.CREATE)) {
            return Set.of();
        }
        var tuples = new LinkedHashSet<StateTuple>();
        if (create) {
            tuples.add(new StateTuple(EventType.CREATE, ""));
        }
        tuples.add(new StateTuple(EventType.POWER_LEVELS, ""));
        tuples.add(member(sender.toString()));
        if (type.equals(EventType.MEMBER)) {
            stateKey.ifPresent(target -> tuples.add(member(target)));
            addForMembership(content, tuples);
        }
        return tuples;
    }

    private void addForMembership(JsonObject content, Set<StateTuple> tuples) {
        var membership = content.string("membership").orElse("");
        if (UNDER_JOIN_RULES.contains(membership)) {
            tuples.add(new StateTuple(EventType.JOIN_RULES, ""));
        }
        if (membership.equals("invite")) {
            content.object("third_party_invite")
                    .flatMap(invite -> invite.object("signed"))
                    .flatMap(signed -> signed.string("token"))
                    .ifPresent(token -> tuples.add(new StateTuple(EventType.THIRD_PARTY_INVITE, token)));
        }
        if (authoriser && membership.equals("join")) {
            content.string(MemberContent.JOIN_AUTHORISED_VIA_USERS_SERVER).ifPresent(user -> tuples.add(member(user)));
        }
    }

    private static StateTuple member(String user) {
        return new StateTuple(EventType.MEMBER, user);
    }
}
