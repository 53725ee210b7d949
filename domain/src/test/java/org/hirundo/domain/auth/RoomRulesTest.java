package org.hirundo.domain.auth;

import static org.hirundo.domain.fixture.Action.message;
import static org.hirundo.domain.fixture.Action.topic;
import static org.hirundo.domain.fixture.RoomFixture.aRoom;
import static org.hirundo.domain.fixture.Users.ALICE;
import static org.hirundo.domain.fixture.Users.BOB;
import static org.hirundo.domain.fixture.Users.CAROL;
import static org.hirundo.domain.fixture.Users.MALLORY;
import static org.hirundo.domain.fixture.Users.ZARA;
import static org.hirundo.domain.fixture.VerdictAssert.assertThat;

import java.util.Optional;
import org.hirundo.domain.fixture.Action;
import org.hirundo.domain.fixture.InVersions;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.RoomVersion;
import org.junit.jupiter.api.Tag;

/** The rules that are about no type of events, or about one that has but a line in the chapter. */
class RoomRulesTest {

    private static final EventType ALIASES = EventType.ALIASES;

    @InVersions
    void there_is_no_event_before_the_room_is_created(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE);

        assertThat(version.auth().check(room.event(ALICE, message("hello")), tuple -> Optional.empty()))
                .isDenied()
                .under("room_id");
    }

    @InVersions
    void a_state_of_another_room_allows_nothing(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE);
        var other = aRoom().in(version).createdBy(ZARA).joinedBy(ALICE);

        assertThat(version.auth().check(room.event(ALICE, message("hello")), other.authState()))
                .isDenied()
                .under("room_id");
    }

    @InVersions
    void a_room_that_does_not_federate_is_for_its_server(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE, JsonObject.of("m.federate", JsonBoolean.FALSE));

        assertThat(room.attempt(BOB, Action.join(BOB))).isAllowed();
        assertThat(room.attempt(ZARA, Action.join(ZARA))).isDenied().under("m.federate");
    }

    @InVersions
    void a_room_federates_unless_it_says_false(RoomVersion version) {
        for (var federate : new JsonObject[] {
            JsonObject.EMPTY, JsonObject.of("m.federate", JsonBoolean.TRUE), JsonObject.of("m.federate", "false")
        }) {
            var room = aRoom().in(version).createdBy(ALICE, federate);
            assertThat(room.attempt(ZARA, Action.join(ZARA))).isAllowed();
        }
    }

    @InVersions(to = 5)
    void a_server_lists_its_own_aliases_without_being_in_the_room(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE);
        var aliases = Action.state(ALIASES, "elsewhere.example", JsonObject.EMPTY);

        assertThat(room.attempt(ZARA, aliases)).isAllowed();
        assertThat(room.attempt(MALLORY, aliases)).isDenied().under("m.room.aliases");
        assertThat(room.attempt(ZARA, aliases.withoutStateKey())).isDenied().under("m.room.aliases");
    }

    @InVersions(from = 6)
    void aliases_are_state_like_any_other(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE);
        var aliases = Action.state(ALIASES, "elsewhere.example", JsonObject.EMPTY);

        assertThat(room.attempt(ZARA, aliases)).isDenied().under("membership");
        room.joinedBy(ZARA);
        assertThat(room.attempt(ZARA, aliases)).isDenied().under("required power level");
        room.levelOf(ZARA, 50);
        assertThat(room.attempt(ZARA, aliases)).isAllowed();
    }

    @InVersions
    void only_members_send(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE).joinedBy(BOB);

        assertThat(room.attempt(BOB, message("hello"))).isAllowed();
        assertThat(room.attempt(CAROL, message("hello"))).isDenied().under("membership");
        assertThat(room.invites(CAROL).attempt(CAROL, message("hello"))).isDenied();
        assertThat(room.bans(BOB).attempt(BOB, message("hello"))).isDenied();
    }

    @InVersions
    void state_needs_level_fifty_and_messages_none(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE).joinedBy(BOB);

        assertThat(room.attempt(BOB, message("hello"))).isAllowed();
        assertThat(room.attempt(BOB, topic("mine"))).isDenied().under("required power level");
        assertThat(room.levelOf(BOB, 49).attempt(BOB, topic("mine"))).isDenied();
        assertThat(room.levelOf(BOB, 50).attempt(BOB, topic("mine"))).isAllowed();
    }

    @InVersions
    void a_type_has_a_level_of_its_own(RoomVersion version) {
        var room = aRoom().in(version)
                .createdBy(ALICE)
                .joinedBy(BOB)
                .levels(JsonObject.of(
                        "events", JsonObject.EMPTY.with("m.room.topic", 0).with("m.room.message", 1)));

        assertThat(room.attempt(BOB, topic("mine"))).isAllowed();
        assertThat(room.attempt(BOB, message("hello"))).isDenied().under("required power level");
    }

    @InVersions
    void the_creator_has_the_power_before_there_are_levels(RoomVersion version) {
        var room = aRoom().in(version).foundedBy(ALICE);

        assertThat(room.attempt(ALICE, topic("mine"))).isAllowed();
        room.joinRule("public").joinedBy(BOB);
        assertThat(room.attempt(BOB, topic("mine"))).isDenied().under("required power level");
    }

    @InVersions
    void a_state_key_that_names_a_user_is_that_users(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE).joinedBy(BOB).levelOf(BOB, 50);
        var type = new EventType("org.example.mood");

        assertThat(room.attempt(BOB, Action.state(type, BOB.toString(), JsonObject.EMPTY)))
                .isAllowed();
        assertThat(room.attempt(BOB, Action.state(type, "anything", JsonObject.EMPTY)))
                .isAllowed();
        assertThat(room.attempt(BOB, Action.state(type, ALICE.toString(), JsonObject.EMPTY)))
                .isDenied()
                .under("state_key");
        assertThat(room.attempt(BOB, Action.state(type, "@", JsonObject.EMPTY))).isDenied();
        assertThat(room.attempt(ALICE, Action.state(type, BOB.toString(), JsonObject.EMPTY)))
                .isDenied();
    }

    @InVersions
    void inviting_a_third_party_takes_the_invite_level_and_no_other(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE).joinedBy(BOB);
        var invite = Action.state(EventType.THIRD_PARTY_INVITE, "token", JsonObject.EMPTY);

        assertThat(room.attempt(BOB, invite)).isAllowed();
        assertThat(room.attempt(CAROL, invite)).isDenied().under("membership");
        room.levels(JsonObject.EMPTY.with("invite", 10));
        assertThat(room.attempt(BOB, invite)).isDenied().under("m.room.third_party_invite");
    }

    @InVersions(to = 2)
    @Tag("easily-missed-11")
    void redacting_takes_the_redact_level_or_an_event_of_the_same_server(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE).joinedBy(BOB, ZARA);
        var ours = room.event(BOB, message("ours"));
        room.accepts(ours);

        // Event ids are made on example.org in these rooms, whoever sends.
        assertThat(room.attempt(BOB, Action.redaction(ours.id()))).isAllowed();
        assertThat(room.attempt(BOB, Action.redaction(new EventId("$1:elsewhere.example"))))
                .isDenied()
                .under("m.room.redaction");
        assertThat(room.attempt(ALICE, Action.redaction(new EventId("$1:elsewhere.example"))))
                .isAllowed();
        assertThat(room.attempt(BOB, Action.of(EventType.REDACTION, JsonObject.EMPTY)))
                .isDenied();
    }

    @InVersions(from = 3)
    @Tag("easily-missed-11")
    void redactions_are_events_like_others(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE).joinedBy(BOB);

        assertThat(room.attempt(
                        BOB, Action.redaction(room.current(EventType.CREATE).id())))
                .isAllowed();
        room.levels(JsonObject.of("events", JsonObject.EMPTY.with("m.room.redaction", 50)));
        assertThat(room.attempt(
                        BOB, Action.redaction(room.current(EventType.CREATE).id())))
                .isDenied()
                .under("required power level");
    }
}
