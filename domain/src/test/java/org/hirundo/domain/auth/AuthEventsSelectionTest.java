package org.hirundo.domain.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hirundo.domain.fixture.RoomFixture.aRoom;
import static org.hirundo.domain.fixture.Users.ALICE;
import static org.hirundo.domain.fixture.Users.BOB;
import static org.hirundo.domain.fixture.Users.CAROL;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hirundo.domain.fixture.Action;
import org.hirundo.domain.fixture.InVersions;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.room.RoomVersion;

class AuthEventsSelectionTest {

    private static final StateTuple CREATE = new StateTuple(EventType.CREATE, "");
    private static final StateTuple LEVELS = new StateTuple(EventType.POWER_LEVELS, "");
    private static final StateTuple JOIN_RULES = new StateTuple(EventType.JOIN_RULES, "");

    @InVersions
    void the_create_event_is_authorised_by_nothing(RoomVersion version) {
        assertThat(selected(version, Action.state(EventType.CREATE, "", JsonObject.EMPTY)))
                .isEmpty();
    }

    @InVersions
    void a_message_is_authorised_by_levels_and_membership(RoomVersion version) {
        assertThat(selected(version, Action.message("hello"))).isEqualTo(with(version, member("@bob:example.org")));
    }

    @InVersions
    void a_membership_is_authorised_by_both_users(RoomVersion version) {
        assertThat(selected(version, Action.leave(CAROL)))
                .isEqualTo(with(version, member("@bob:example.org"), member("@carol:example.org")));
        assertThat(selected(version, Action.ban(CAROL)))
                .isEqualTo(with(version, member("@bob:example.org"), member("@carol:example.org")));
    }

    @InVersions
    void who_comes_in_comes_under_the_join_rules(RoomVersion version) {
        for (var action : List.of(Action.join(BOB), Action.invite(BOB), Action.knock(BOB))) {
            assertThat(selected(version, action)).isEqualTo(with(version, member("@bob:example.org"), JOIN_RULES));
        }
    }

    @InVersions
    void the_invite_of_a_third_party_goes_by_its_token(RoomVersion version) {
        var signed = JsonObject.of("signed", JsonObject.of("token", "abc"));
        var invite = Action.invite(CAROL);
        var token = new StateTuple(EventType.THIRD_PARTY_INVITE, "abc");

        assertThat(selected(version, invite.with(invite.content().with("third_party_invite", signed))))
                .contains(token);
        var join = Action.join(CAROL);
        assertThat(selected(version, join.with(join.content().with("third_party_invite", signed))))
                .doesNotContain(token);
        assertThat(selected(version, invite.with(invite.content().with("third_party_invite", new JsonString("abc")))))
                .doesNotContain(token);
    }

    @InVersions
    void who_lets_somebody_in_is_cited_where_rooms_can_be_restricted(RoomVersion version) {
        var join = Action.join(BOB).with("join_authorised_via_users_server", ALICE.toString());
        var invite = Action.invite(BOB).with("join_authorised_via_users_server", ALICE.toString());
        boolean canBeRestricted = Integer.parseInt(version.id()) >= 8;

        assertThat(selected(version, join).contains(member(ALICE.toString()))).isEqualTo(canBeRestricted);
        assertThat(selected(version, invite)).doesNotContain(member(ALICE.toString()));
    }

    private static Set<StateTuple> selected(RoomVersion version, Action action) {
        var room = aRoom().in(version).createdBy(ALICE);
        return version.auth().authTypesFor(room.event(BOB, action));
    }

    private static Set<StateTuple> with(RoomVersion version, StateTuple... tuples) {
        var expected = new LinkedHashSet<>(List.of(tuples));
        expected.add(LEVELS);
        if (!version.id().equals("12")) {
            expected.add(CREATE);
        }
        return expected;
    }

    private static StateTuple member(String user) {
        return new StateTuple(EventType.MEMBER, user);
    }
}
