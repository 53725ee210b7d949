package org.hirundo.domain.auth;

import static org.hirundo.domain.fixture.RoomFixture.aRoom;
import static org.hirundo.domain.fixture.Users.ALICE;
import static org.hirundo.domain.fixture.Users.BOB;
import static org.hirundo.domain.fixture.VerdictAssert.assertThat;

import java.util.List;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.fixture.Action;
import org.hirundo.domain.fixture.EventFixture;
import org.hirundo.domain.fixture.InVersions;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonNull;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.room.RoomVersion;
import org.junit.jupiter.api.Tag;

class CreateRuleTest {

    private static final RoomId ROOM = RoomId.parse("!room:example.org");

    @InVersions
    void a_room_is_created(RoomVersion version) {
        assertThat(verdict(version, create(version, ROOM, full(version), List.of())))
                .isAllowed();
    }

    @InVersions
    void a_room_begins_with_its_create_event(RoomVersion version) {
        var create = create(version, ROOM, full(version), List.of(new EventId("$before:example.org")));

        assertThat(verdict(version, create)).isDenied().under("m.room.create").by("events before");
    }

    @InVersions(to = 11)
    void the_room_id_is_of_the_creators_server(RoomVersion version) {
        assertThat(verdict(version, create(version, RoomId.parse("!room:elsewhere.example"), full(version), List.of())))
                .isDenied()
                .by("room id");
        assertThat(verdict(version, create(version, RoomId.parse("!room"), full(version), List.of())))
                .isDenied()
                .by("room id");
    }

    @InVersions(from = 12)
    @Tag("easily-missed-12")
    void the_create_event_has_no_room_id(RoomVersion version) {
        var create = EventFixture.in(version)
                .of(ROOM, ALICE, Action.state(EventType.CREATE, "", full(version)))
                .inRoom(ROOM)
                .after(List.of(), 1)
                .citing(List.of())
                .at(1)
                .named(new EventId("$create"))
                .build();

        assertThat(verdict(version, create)).isDenied().by("room id");
    }

    @InVersions
    void the_room_version_is_one_that_is_known(RoomVersion version) {
        assertThat(verdict(version, create(version, full(version).with("room_version", "org.example.unknown"))))
                .isDenied()
                .by("version");
        assertThat(verdict(version, create(version, full(version).with("room_version", new JsonInteger(1)))))
                .isDenied()
                .by("version");
        assertThat(verdict(version, create(version, full(version).without("room_version"))))
                .isAllowed();
    }

    @InVersions(to = 10)
    void the_creator_is_named(RoomVersion version) {
        assertThat(verdict(version, create(version, full(version).without("creator"))))
                .isDenied()
                .by("creator");
    }

    @InVersions(from = 11)
    void the_creator_need_not_be_named(RoomVersion version) {
        assertThat(verdict(version, create(version, JsonObject.EMPTY))).isAllowed();
    }

    @InVersions(to = 11)
    void additional_creators_mean_nothing_yet(RoomVersion version) {
        assertThat(verdict(version, create(version, full(version).with("additional_creators", "nobody"))))
                .isAllowed();
    }

    @InVersions(from = 12)
    void additional_creators_are_a_list_of_users(RoomVersion version) {
        assertThat(verdict(version, create(version, creators(JsonArray.EMPTY)))).isAllowed();
        assertThat(verdict(version, create(version, creators(JsonArray.ofStrings(List.of(BOB))))))
                .isAllowed();
        assertThat(verdict(
                        version, create(version, creators(JsonArray.of(new JsonString("@HISTORIC Name:example.org"))))))
                .isAllowed();

        assertThat(verdict(version, create(version, full(version).with("additional_creators", BOB.toString()))))
                .isDenied()
                .by("additional creators");
        assertThat(verdict(version, create(version, full(version).with("additional_creators", JsonNull.NULL))))
                .isDenied();
        assertThat(verdict(version, create(version, creators(JsonArray.of(new JsonString("bob"))))))
                .isDenied();
        assertThat(verdict(
                        version,
                        create(version, creators(JsonArray.of(new JsonString(BOB.toString()), new JsonInteger(1))))))
                .isDenied();
    }

    @InVersions
    void a_second_create_event_is_judged_by_itself_alone(RoomVersion version) {
        // It begins another room, or the same one anew for those who never saw the first; it never follows one.
        var room = aRoom().in(version).createdBy(ALICE);

        assertThat(room.attempt(ALICE, Action.state(EventType.CREATE, "", full(version))))
                .isDenied()
                .under("m.room.create");
    }

    private static JsonObject creators(JsonArray creators) {
        return JsonObject.of("additional_creators", creators);
    }

    private static JsonObject full(RoomVersion version) {
        return JsonObject.of("creator", ALICE.toString()).with("room_version", version.id());
    }

    private static Event create(RoomVersion version, JsonObject content) {
        return create(version, ROOM, content, List.of());
    }

    private static Event create(RoomVersion version, RoomId room, JsonObject content, List<EventId> before) {
        return EventFixture.in(version)
                .of(room, ALICE, Action.state(EventType.CREATE, "", content))
                .after(before, 1)
                .citing(List.of())
                .at(1)
                .build();
    }

    private static Verdict verdict(RoomVersion version, Event create) {
        return version.auth().check(create, AuthState.of(List.of()));
    }
}
