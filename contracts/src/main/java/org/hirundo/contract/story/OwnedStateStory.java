package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.stream.Stream;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.RoomVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Users own the state whose key starts with their id, in the room versions that know this (MSC3757). */
public abstract class OwnedStateStory extends RoomStory {

    private static final EventType TYPE = EventType.of("org.example.owned");
    private static final JsonObject CONTENT = JsonObject.of("a", "b");

    private static Stream<RoomVersion> versions() {
        return RoomVersion.experimental().stream();
    }

    /** A room of Alice's with Bob and Carol, in which everybody may send the state. */
    private RoomId aRoom(RoomVersion version) {
        var room = created(aPublicRoomOf(ALICE, Optional.of(version.id())));
        joins(BOB, room);
        joins(CAROL, room);
        var levels = state(ALICE, room, EventType.POWER_LEVELS).orElseThrow();
        sets(ALICE, room, EventType.POWER_LEVELS, levels.with("state_default", new JsonInteger(0)));
        return room;
    }

    private void owns(Requester user, RoomId room, String key) {
        sets(user, room, new StateTuple(TYPE, key), CONTENT);
        assertThat(state(user, room, TYPE, key)).contains(CONTENT);
    }

    private void cannotOwn(Requester user, RoomId room, String key) {
        assertThatThrownBy(() -> sets(user, room, new StateTuple(TYPE, key), CONTENT))
                .isInstanceOf(Forbidden.class);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void a_user_owns_as_many_states_as_they_like(RoomVersion version) {
        var room = aRoom(version);

        owns(BOB, room, BOB.user().toString());
        owns(BOB, room, BOB.user() + "_phone");
        owns(BOB, room, BOB.user() + "_" + "x".repeat(255));
        owns(BOB, room, "everybodys");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void nobody_overwrites_what_is_owned_by_one_with_as_much_power(RoomVersion version) {
        var room = aRoom(version);
        owns(BOB, room, BOB.user() + "_phone");

        cannotOwn(CAROL, room, BOB.user().toString());
        cannotOwn(CAROL, room, BOB.user() + "_phone");
        cannotOwn(CAROL, room, BOB.user() + "phone");
        cannotOwn(CAROL, room, "@x" + CAROL.user() + "_phone");
        cannotOwn(BOB, room, ALICE.user() + "_phone");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void who_has_more_power_overwrites_it(RoomVersion version) {
        var room = aRoom(version);

        owns(ALICE, room, BOB.user().toString());
        owns(ALICE, room, BOB.user() + "_phone");
        owns(ALICE, room, "@nobody:elsewhere.example");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void a_key_that_starts_like_a_user_and_is_none_is_no_key(RoomVersion version) {
        var room = aRoom(version);

        for (var key : new String[] {"@oops", ALICE.user() + "@phone", ALICE.user() + "_" + "x".repeat(256)}) {
            assertThatThrownBy(() -> sets(ALICE, room, new StateTuple(TYPE, key), CONTENT))
                    .isInstanceOf(BadJson.class);
        }
    }

    @Test
    void in_other_versions_a_key_names_its_owner_whole() {
        var room = aRoom(RoomVersion.V11);

        owns(BOB, room, BOB.user().toString());
        cannotOwn(BOB, room, BOB.user() + "_phone");
        cannotOwn(ALICE, room, BOB.user().toString());
        cannotOwn(ALICE, room, "@oops");
    }
}
