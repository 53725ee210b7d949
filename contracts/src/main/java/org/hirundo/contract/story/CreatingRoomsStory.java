package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.hirundo.application.directory.ReadRoomVisibility;
import org.hirundo.application.directory.ResolveAlias;
import org.hirundo.application.port.stream.AccountDataChange;
import org.hirundo.application.room.NewRoom;
import org.hirundo.application.room.NewRoom.InitialState;
import org.hirundo.application.session.Requester;
import org.hirundo.application.stream.Committer;
import org.hirundo.application.timeline.ReadEvent;
import org.hirundo.application.timeline.ReadState;
import org.hirundo.domain.error.BadAlias;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.GuestAccessForbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.InvalidRoomState;
import org.hirundo.domain.error.InviteBlocked;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.error.RoomInUse;
import org.hirundo.domain.error.UnsupportedRoomVersion;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomAlias;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.Membership;
import org.hirundo.domain.room.RoomPreset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Creating rooms. */
public abstract class CreatingRoomsStory extends RoomStory {

    private static final List<String> FOUNDATIONS = List.of("m.room.create", "m.room.member", "m.room.power_levels");

    /** A room with everything a client can ask for. */
    private static NewRoom aFurnishedRoom() {
        return NewRoom.by(ALICE)
                .published(true)
                .aliasLocalpart("thepub")
                .name("The Grand Duke Pub")
                .topic("All about happy hour")
                .invite(List.of(BOB.user(), CAROL.user(), BOB.user()))
                .direct(true)
                .creationContent(JsonObject.of("type", "m.space").with("creator", "@mallory:hirundo.example"))
                .initialState(List.of(
                        new InitialState(
                                EventType.HISTORY_VISIBILITY, "", JsonObject.of("history_visibility", "joined")),
                        new InitialState(EventType.NAME, "", JsonObject.of("name", "never seen")),
                        new InitialState(new EventType("org.example.colour"), "door", JsonObject.of("is", "green"))))
                .powerLevels(JsonObject.of("invite", new JsonInteger(40)))
                .build();
    }

    private static NewRoom aRoomInviting(RoomPreset preset, Optional<String> version, Requester... invitees) {
        return NewRoom.by(ALICE)
                .version(version)
                .preset(preset)
                .invite(List.of(invitees).stream().map(Requester::user).toList())
                .build();
    }

    @Test
    void a_plain_room_is_private_and_has_its_creator_in_it() {
        var room = created(aRoomOf(ALICE));

        assertThat(types(ALICE, room))
                .startsWith(FOUNDATIONS.toArray(String[]::new))
                .containsExactly(
                        "m.room.create",
                        "m.room.member",
                        "m.room.power_levels",
                        "m.room.join_rules",
                        "m.room.history_visibility",
                        "m.room.guest_access");
        assertThat(state(ALICE, room, EventType.JOIN_RULES)).contains(JsonObject.of("join_rule", "invite"));
        assertThat(state(ALICE, room, EventType.HISTORY_VISIBILITY))
                .contains(JsonObject.of("history_visibility", "shared"));
        assertThat(state(ALICE, room, EventType.GUEST_ACCESS)).contains(JsonObject.of("guest_access", "can_join"));
        assertThat(membership(ALICE.user(), room)).contains(Membership.JOIN);
        assertThat(summary(room).orElseThrow().joinedMembers()).isEqualTo(1);
    }

    @Test
    void the_wanted_events_come_in_the_order_of_the_specification() {
        var room = created(aFurnishedRoom());

        assertThat(types(ALICE, room))
                .containsExactly(
                        "m.room.create",
                        "m.room.member",
                        "m.room.power_levels",
                        "m.room.canonical_alias",
                        "m.room.join_rules",
                        "m.room.guest_access",
                        "m.room.history_visibility",
                        "org.example.colour",
                        "m.room.name",
                        "m.room.topic",
                        "m.room.member",
                        "m.room.member");
        assertThat(state(ALICE, room, EventType.NAME)).contains(JsonObject.of("name", "The Grand Duke Pub"));
        assertThat(state(ALICE, room, EventType.HISTORY_VISIBILITY))
                .contains(JsonObject.of("history_visibility", "joined"));
        assertThat(state(ALICE, room, EventType.TOPIC).orElseThrow().object("m.topic"))
                .contains(JsonObject.of(
                        "m.text",
                        JsonArray.of(
                                JsonObject.of("body", "All about happy hour").with("mimetype", "text/plain"))));
        assertThat(state(ALICE, room, EventType.POWER_LEVELS).orElseThrow().integer("invite"))
                .hasValue(40);
        assertThat(state(ALICE, room, EventType.MEMBER, BOB.user().toString())
                        .orElseThrow()
                        .bool("is_direct"))
                .contains(true);
        assertThat(membership(CAROL.user(), room)).contains(Membership.INVITE);
    }

    @Test
    void the_room_is_one_commit() {
        var before = storage().stream().position();
        created(aFurnishedRoom());

        assertThat(storage().stream().position().value() - before.value()).isEqualTo(12);
    }

    @Test
    void a_published_room_with_an_alias_is_found_by_it_and_listed() {
        var room = created(aFurnishedRoom());

        assertThat(the(ResolveAlias.class)
                        .resolve(RoomAlias.parse("#thepub:hirundo.example"))
                        .room())
                .isEqualTo(room);
        assertThat(the(ReadRoomVisibility.class).isPublished(room)).isTrue();
        var summary = summary(room).orElseThrow();
        assertThat(summary.name()).contains("The Grand Duke Pub");
        assertThat(summary.topic()).contains("All about happy hour");
        assertThat(summary.canonicalAlias()).contains("#thepub:hirundo.example");
        assertThat(summary.joinRule()).isEqualTo("public");
        assertThat(summary.roomType()).contains("m.space");
        assertThat(summary.invitedMembers()).isEqualTo(2);
    }

    @Test
    void the_create_event_says_who_created_the_room_in_the_way_of_its_version() {
        var room = created(aFurnishedRoom());
        assertThat(state(ALICE, room, EventType.CREATE).orElseThrow().has("creator"))
                .isFalse();

        var old = created(aPublicRoomOf(ALICE, Optional.of("10")));
        assertThat(state(ALICE, old, EventType.CREATE).orElseThrow())
                .isEqualTo(JsonObject.of("creator", "@alice:hirundo.example").with("room_version", "10"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"})
    void every_room_version_works_from_creation_to_conversation(String version) {
        var room = created(aPublicRoomOf(ALICE, Optional.of(version)));
        joins(BOB, room);
        says(BOB, room, "hello");
        says(ALICE, room, "hello yourself");

        assertThat(texts(BOB, room)).containsExactly("hello", "hello yourself");
        restart();
        says(BOB, room, "still here?");
        assertThat(texts(ALICE, room)).containsExactly("hello", "hello yourself", "still here?");
    }

    @Test
    @Tag("easily-missed-28")
    void rooms_are_of_version_12_unless_something_else_is_asked_for() {
        var room = created(aRoomOf(ALICE));

        assertThat(state(ALICE, room, EventType.CREATE).orElseThrow().string("room_version"))
                .contains("12");
        assertThat(room.server()).isEmpty();
        assertThatThrownBy(() -> created(aPublicRoomOf(ALICE, Optional.of("fancy"))))
                .isInstanceOf(UnsupportedRoomVersion.class);
    }

    @Test
    @Tag("easily-missed-13")
    void those_who_are_trusted_have_the_creators_power() {
        var eleven = created(aRoomInviting(RoomPreset.TRUSTED_PRIVATE_CHAT, Optional.of("11"), BOB));
        assertThat(state(ALICE, eleven, EventType.POWER_LEVELS).orElseThrow().object("users"))
                .contains(JsonObject.of("@alice:hirundo.example", new JsonInteger(100))
                        .with("@bob:hirundo.example", 100));

        var twelve = created(aRoomInviting(RoomPreset.TRUSTED_PRIVATE_CHAT, Optional.of("12"), BOB));
        assertThat(state(ALICE, twelve, EventType.CREATE).orElseThrow().strings("additional_creators"))
                .contains(List.of("@bob:hirundo.example"));
        assertThat(state(ALICE, twelve, EventType.POWER_LEVELS).orElseThrow().object("users"))
                .contains(JsonObject.EMPTY);
        joins(BOB, twelve);
        sets(BOB, twelve, EventType.TOMBSTONE, JsonObject.of("body", "closed"));
    }

    @Test
    @Tag("easily-missed-13")
    void creators_of_version_12_cannot_be_given_a_level() {
        var room = aPublicRoomOf(ALICE);
        assertThatThrownBy(() -> created(room.toBuilder()
                        .version("12")
                        .powerLevels(JsonObject.of(
                                "users", JsonObject.of(ALICE.user().toString(), new JsonInteger(100))))
                        .build()))
                .isInstanceOf(InvalidRoomState.class);
        var created = created(room);
        var levels = state(ALICE, created, EventType.POWER_LEVELS).orElseThrow();
        assertThatThrownBy(() -> sets(
                        ALICE,
                        created,
                        EventType.POWER_LEVELS,
                        levels.with("users", JsonObject.of(ALICE.user().toString(), new JsonInteger(100)))))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    @Tag("easily-missed-12")
    void clients_are_told_the_room_of_a_create_event_that_does_not_say_it() {
        var room = created(aRoomOf(ALICE));
        var create = history(ALICE, room).getFirst();

        assertThat(create.event().json().has("room_id")).isFalse();
        assertThat(create.json().string("room_id")).contains(room.value());
        assertThat(room.value()).isEqualTo("!" + create.id().value().substring(1));
        assertThat(the(ReadEvent.class).read(ALICE, room, create.id()).json()).isEqualTo(create.json());
    }

    @Test
    @Tag("easily-missed-13")
    void closing_a_room_of_version_12_needs_more_power_than_any_state() {
        var room = created(aRoomOf(ALICE));

        assertThat(state(ALICE, room, EventType.POWER_LEVELS)
                        .orElseThrow()
                        .object("events")
                        .orElseThrow()
                        .integer("m.room.tombstone"))
                .hasValue(150);
    }

    @Test
    void an_alias_that_is_taken_cannot_be_had_and_nothing_is_created() {
        created(aFurnishedRoom());
        var before = storage().stream().position();

        assertThatThrownBy(() -> created(aFurnishedRoom())).isInstanceOf(RoomInUse.class);
        assertThat(storage().stream().position()).isEqualTo(before);
    }

    @Test
    void impossible_state_leaves_neither_room_nor_alias() {
        var before = storage().stream().position();
        var powerless = NewRoom.by(ALICE)
                .version("11")
                .aliasLocalpart("powerless")
                .name("A name nobody may give")
                .powerLevels(JsonObject.of("users", JsonObject.of("@alice:hirundo.example", new JsonInteger(0))))
                .build();

        assertThatThrownBy(() -> created(powerless)).isInstanceOf(InvalidRoomState.class);
        assertThat(storage().stream().position()).isEqualTo(before);
        assertThatThrownBy(() -> the(ResolveAlias.class).resolve(RoomAlias.parse("#powerless:hirundo.example")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    @Tag("easily-missed-30")
    void a_canonical_alias_of_another_room_is_refused() {
        assertThatThrownBy(() -> created(aPublicRoomOf(
                        ALICE,
                        new InitialState(
                                EventType.CANONICAL_ALIAS, "", JsonObject.of("alias", "#other:hirundo.example")))))
                .isInstanceOf(BadAlias.class);
    }

    @Test
    void an_alias_that_cannot_be_is_refused() {
        assertThatThrownBy(() -> created(
                        NewRoom.by(ALICE).aliasLocalpart("x".repeat(300)).build()))
                .isInstanceOf(InvalidParam.class);
    }

    @Test
    void who_blocks_invites_is_not_invited() {
        the(Committer.class)
                .commit(new AccountDataChange(
                        BOB.user(),
                        Optional.empty(),
                        "m.invite_permission_config",
                        JsonObject.of("default_action", "block")));

        assertThatThrownBy(() -> created(aRoomInviting(RoomPreset.PRIVATE_CHAT, Optional.empty(), BOB)))
                .isInstanceOf(InviteBlocked.class);
    }

    @Test
    void guests_create_no_rooms() {
        assertThatThrownBy(() -> created(aRoomOf(Server.guest("visitor")))).isInstanceOf(GuestAccessForbidden.class);
    }

    @Test
    void the_profile_goes_into_the_membership() {
        storage().profiles().update(ALICE.user(), _ -> JsonObject.of("displayname", "Alice Liddell")
                .with("avatar_url", "mxc://hirundo.example/alice")
                .with("m.tz", "Europe/London"));
        var room = created(aRoomOf(ALICE));

        assertThat(state(ALICE, room, EventType.MEMBER, ALICE.user().toString()))
                .contains(JsonObject.of("membership", "join")
                        .with("displayname", "Alice Liddell")
                        .with("avatar_url", "mxc://hirundo.example/alice"));
    }

    @Test
    void a_room_is_the_same_after_a_restart() {
        RoomId room = created(aFurnishedRoom());
        var before = the(ReadState.class).read(ALICE, room).stream()
                .map(event -> event.event().id())
                .toList();
        restart();

        assertThat(the(ReadState.class).read(ALICE, room))
                .extracting(event -> event.event().id())
                .containsExactlyElementsOf(before);
        joins(BOB, room);
        assertThat(summary(room).orElseThrow().joinedMembers()).isEqualTo(2);
        assertThat(summary(room).orElseThrow().invitedMembers()).isEqualTo(1);
    }
}
