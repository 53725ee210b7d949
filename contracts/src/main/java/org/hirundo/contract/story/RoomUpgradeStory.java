package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.accountdata.GetAccountData;
import org.hirundo.application.accountdata.GetTags;
import org.hirundo.application.accountdata.SetAccountData;
import org.hirundo.application.accountdata.SetTag;
import org.hirundo.application.directory.CreateAlias;
import org.hirundo.application.directory.PublishRoom;
import org.hirundo.application.directory.ReadRoomVisibility;
import org.hirundo.application.directory.ResolveAlias;
import org.hirundo.application.membership.BanUser;
import org.hirundo.application.push.ChangePushRule;
import org.hirundo.application.push.GetPushRules;
import org.hirundo.application.push.PushRuleChange;
import org.hirundo.application.room.NewRoom;
import org.hirundo.application.room.UpgradeRoom;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.accountdata.AccountDataType;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.GuestAccessForbidden;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.error.UnsupportedRoomVersion;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomAlias;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.push.PushRule;
import org.hirundo.domain.push.PushRuleKind;
import org.hirundo.domain.room.Membership;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Replacing a room by one of another version. */
public abstract class RoomUpgradeStory extends RoomStory {

    private static final RoomAlias PUB = RoomAlias.parse("#pub:hirundo.example");
    private static final AccountDataType DIRECT = new AccountDataType("m.direct");

    private RoomId aRoomOfVersion(String version) {
        return created(aPublicRoomOf(ALICE, Optional.of(version)));
    }

    private RoomId upgrades(Requester user, RoomId room, String version, Requester... creators) {
        var others = Set.copyOf(List.of(creators).stream().map(Requester::user).toList());
        return the(UpgradeRoom.class).upgrade(new UpgradeRoom.Upgrade(user, room, version, others));
    }

    private JsonObject reads(Requester user, RoomId room, EventType type) {
        return state(user, room, type).orElseThrow();
    }

    private void mutes(Requester user, RoomId room) {
        the(ChangePushRule.class)
                .change(
                        user,
                        new PushRuleChange.Put(
                                PushRuleKind.ROOM,
                                room.value(),
                                JsonObject.of("actions", JsonArray.EMPTY),
                                Optional.empty(),
                                Optional.empty()));
    }

    private List<String> muted(Requester user) {
        return the(GetPushRules.class).get(user).rules(PushRuleKind.ROOM).stream()
                .map(PushRule::id)
                .toList();
    }

    private void tags(Requester user, RoomId room, String tag) {
        the(SetTag.class).set(user, user.user(), new SetTag.Tag(room, tag, JsonObject.EMPTY));
    }

    private Set<String> tags(Requester user, RoomId room) {
        return the(GetTags.class).get(user, user.user(), room).names();
    }

    private static JsonObject directWith(Requester other, RoomId... rooms) {
        return JsonObject.of(other.user().toString(), JsonArray.ofStrings(List.of(rooms)));
    }

    private static JsonObject levels(JsonObject users) {
        return JsonObject.of("users", users);
    }

    private static JsonObject level(Requester user, long level) {
        return JsonObject.of(user.user().toString(), new JsonInteger(level));
    }

    @Test
    void both_rooms_point_to_each_other() {
        var old = aRoomOfVersion("10");
        var last = says(ALICE, old, "the last word");

        var room = upgrades(ALICE, old, "11");

        assertThat(reads(ALICE, old, EventType.TOMBSTONE).string("replacement_room"))
                .contains(room.value());
        assertThat(reads(ALICE, room, EventType.CREATE))
                .isEqualTo(JsonObject.of("room_version", "11")
                        .with(
                                "predecessor",
                                JsonObject.of("room_id", old.value()).with("event_id", last.value())));
        assertThat(membership(ALICE.user(), room)).contains(Membership.JOIN);
    }

    @Test
    @Tag("easily-missed-13")
    void a_room_of_version_12_names_its_predecessor_without_an_event() {
        var old = aRoomOfVersion("11");

        var room = upgrades(ALICE, old, "12");

        assertThat(reads(ALICE, room, EventType.CREATE).object("predecessor"))
                .contains(JsonObject.of("room_id", old.value()));
        assertThat(reads(ALICE, room, EventType.CREATE).has("additional_creators"))
                .isFalse();
    }

    @Test
    void what_kind_of_room_it_is_stays() {
        var space = created(aSpace(ALICE));
        var child = created(aPublicRoomOf(ALICE));
        var lost = created(aPublicRoomOf(ALICE));
        var via = JsonObject.of("via", JsonArray.ofStrings(List.of("hirundo.example")));
        sets(ALICE, space, new StateTuple(EventType.SPACE_CHILD, child.value()), via);
        sets(ALICE, space, new StateTuple(EventType.SPACE_CHILD, lost.value()), JsonObject.EMPTY);

        var room = upgrades(ALICE, space, "12");

        assertThat(reads(ALICE, room, EventType.CREATE).string("type")).contains("m.space");
        assertThat(reads(ALICE, room, EventType.CREATE).bool("m.federate")).contains(false);
        assertThat(state(ALICE, room, EventType.SPACE_CHILD, child.value())).contains(via);
        assertThat(state(ALICE, room, EventType.SPACE_CHILD, lost.value())).isEmpty();
    }

    private static NewRoom aSpace(Requester creator) {
        var room = aRoomOf(creator);
        return room.toBuilder()
                .version("10")
                .published(true)
                .creationContent(JsonObject.builder()
                        .put("type", "m.space")
                        .put("m.federate", false)
                        .build())
                .build();
    }

    @Test
    @Tag("easily-missed-30")
    void the_state_that_makes_the_room_is_handed_on_and_no_other() {
        var old = aRoomOfVersion("10");
        var handedOn = Map.of(
                EventType.JOIN_RULES,
                JsonObject.of("join_rule", "knock"),
                EventType.HISTORY_VISIBILITY,
                JsonObject.of("history_visibility", "joined"),
                EventType.GUEST_ACCESS,
                JsonObject.of("guest_access", "forbidden"),
                EventType.ENCRYPTION,
                JsonObject.of("algorithm", "m.megolm.v1.aes-sha2"),
                EventType.SERVER_ACL,
                JsonObject.of("allow", JsonArray.ofStrings(List.of("*"))),
                EventType.NAME,
                JsonObject.of("name", "The Grand Duke Pub"),
                EventType.TOPIC,
                JsonObject.of("topic", "All about happy hour"),
                EventType.AVATAR,
                JsonObject.of("url", "mxc://hirundo.example/sign"));
        handedOn.forEach((type, content) -> sets(ALICE, old, type, content));
        sets(ALICE, old, new EventType("org.example.colour"), JsonObject.of("is", "green"));

        var room = upgrades(ALICE, old, "11");

        assertThat(handedOn).allSatisfy((type, content) -> assertThat(state(ALICE, room, type))
                .contains(content));
        assertThat(state(ALICE, room, new EventType("org.example.colour"))).isEmpty();
    }

    @Test
    @Tag("easily-missed-30")
    void who_is_banned_stays_out_and_who_is_in_comes_by_themselves() {
        var old = aRoomOfVersion("10");
        joins(BOB, old);
        the(BanUser.class).ban(new BanUser.Ban(ALICE, old, CAROL.user(), Optional.of("Noise")));

        var room = upgrades(ALICE, old, "12");

        assertThat(membership(CAROL.user(), room)).contains(Membership.BAN);
        assertThat(state(ALICE, room, EventType.MEMBER, CAROL.user().toString()))
                .contains(JsonObject.of("membership", "ban").with("reason", "Noise"));
        assertThatThrownBy(() -> joins(CAROL, room)).isInstanceOf(Forbidden.class);
        assertThat(membership(BOB.user(), room)).isEmpty();
        joins(BOB, room);
    }

    @Test
    void everybody_keeps_their_power() {
        var old = aRoomOfVersion("10");
        joins(BOB, old);
        var users = level(ALICE, 100)
                .with(BOB.user().toString(), 100)
                .with(CAROL.user().toString(), 50);
        sets(ALICE, old, EventType.POWER_LEVELS, levels(users).with("invite", new JsonInteger(40)));

        var room = upgrades(BOB, old, "11");

        assertThat(reads(BOB, room, EventType.POWER_LEVELS))
                .isEqualTo(levels(users).with("invite", new JsonInteger(40)));
    }

    @Test
    @Tag("easily-missed-13")
    void creators_of_version_12_are_not_among_the_users_and_alone_can_upgrade_again() {
        var old = aRoomOfVersion("11");
        joins(BOB, old);
        sets(
                ALICE,
                old,
                EventType.POWER_LEVELS,
                levels(level(ALICE, 100)
                        .with(BOB.user().toString(), 100)
                        .with(CAROL.user().toString(), 50)));

        var room = upgrades(ALICE, old, "12", BOB);

        assertThat(reads(ALICE, room, EventType.CREATE).strings("additional_creators"))
                .contains(List.of(BOB.user().toString()));
        var levels = reads(ALICE, room, EventType.POWER_LEVELS);
        assertThat(levels.object("users")).contains(level(CAROL, 50));
        assertThat(levels.object("events").orElseThrow().integer("m.room.tombstone"))
                .hasValue(150);
        joins(CAROL, room);
        joins(BOB, room);
        assertThatThrownBy(() -> upgrades(CAROL, room, "12")).isInstanceOf(Forbidden.class);
        assertThat(upgrades(BOB, room, "12")).isNotEqualTo(room);
    }

    @Test
    void who_was_above_every_level_has_one_in_a_version_without_such_users() {
        var old = aRoomOfVersion("12");
        sets(ALICE, old, EventType.POWER_LEVELS, levels(level(BOB, 120)));

        var room = upgrades(ALICE, old, "11");

        assertThat(reads(ALICE, room, EventType.POWER_LEVELS).object("users"))
                .contains(level(BOB, 120).with(ALICE.user().toString(), 120));
    }

    @Test
    @Tag("easily-missed-30")
    void the_old_room_is_closed() {
        var old = aRoomOfVersion("10");
        joins(BOB, old);

        upgrades(ALICE, old, "11");

        var levels = reads(ALICE, old, EventType.POWER_LEVELS);
        assertThat(levels.integer("events_default")).hasValue(50);
        assertThat(levels.integer("invite")).hasValue(50);
        assertThatThrownBy(() -> says(BOB, old, "hello?")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> invites(BOB, old, CAROL)).isInstanceOf(Forbidden.class);
    }

    @Test
    @Tag("easily-missed-30")
    void names_and_the_place_in_the_directory_move() {
        var old = aRoomOfVersion("10");
        the(CreateAlias.class).create(new CreateAlias.Create(ALICE, PUB, old));
        the(PublishRoom.class).publish(new PublishRoom.Publish(ALICE, old, true));
        sets(ALICE, old, EventType.CANONICAL_ALIAS, JsonObject.of("alias", PUB.toString()));

        var room = upgrades(ALICE, old, "11");

        assertThat(the(ResolveAlias.class).resolve(PUB).room()).isEqualTo(room);
        assertThat(reads(ALICE, room, EventType.CANONICAL_ALIAS)).isEqualTo(JsonObject.of("alias", PUB.toString()));
        assertThat(reads(ALICE, old, EventType.CANONICAL_ALIAS)).isEqualTo(JsonObject.EMPTY);
        assertThat(the(ReadRoomVisibility.class).isPublished(room)).isTrue();
        assertThat(the(ReadRoomVisibility.class).isPublished(old)).isFalse();
    }

    @Test
    void who_may_not_set_the_tombstone_changes_nothing() {
        var old = aRoomOfVersion("10");
        joins(BOB, old);
        var before = storage().stream().position();

        assertThatThrownBy(() -> upgrades(BOB, old, "11")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> upgrades(CAROL, old, "11")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> upgrades(Server.guest("7"), old, "11")).isInstanceOf(GuestAccessForbidden.class);
        assertThatThrownBy(() -> upgrades(ALICE, old, "no-such")).isInstanceOf(UnsupportedRoomVersion.class);
        assertThatThrownBy(() -> upgrades(ALICE, RoomId.parse("!nowhere:hirundo.example"), "11"))
                .isInstanceOf(NotFound.class);
        assertThat(storage().stream().position()).isEqualTo(before);
    }

    @Test
    @Tag("easily-missed-30")
    void what_users_made_of_the_room_goes_with_them() {
        var old = aRoomOfVersion("10");
        joins(BOB, old);
        for (var user : List.of(ALICE, BOB)) {
            mutes(user, old);
            tags(user, old, "u.work");
            the(SetAccountData.class).set(user, user.user(), Optional.empty(), DIRECT, directWith(CAROL, old));
        }

        var room = upgrades(ALICE, old, "11");

        assertThat(muted(ALICE)).containsExactly(old.value(), room.value());
        assertThat(tags(ALICE, room)).containsExactly("u.work");
        assertThat(muted(BOB)).containsExactly(old.value(), room.value());
        assertThat(tags(BOB, room)).isEmpty();
        joins(BOB, room);
        assertThat(tags(BOB, room)).containsExactly("u.work");
        assertThat(the(GetAccountData.class).get(BOB, BOB.user(), Optional.empty(), DIRECT))
                .isEqualTo(directWith(CAROL, old, room));
        assertThat(muted(BOB)).containsExactly(old.value(), room.value());
    }

    @Test
    @Tag("easily-missed-30")
    void what_users_said_of_the_new_room_before_stays() {
        var old = aRoomOfVersion("10");
        joins(BOB, old);
        tags(BOB, old, "u.work");
        var room = upgrades(ALICE, old, "11");
        tags(BOB, room, "u.play");

        joins(BOB, room);

        assertThat(tags(BOB, room)).containsExactly("u.play");
    }

    @Test
    void a_room_that_merely_claims_to_replace_another_gets_nothing() {
        var old = aRoomOfVersion("10");
        joins(BOB, old);
        mutes(BOB, old);
        tags(BOB, old, "u.work");
        var trap = created(replacing(CAROL, old));

        joins(BOB, trap);
        assertThat(muted(BOB)).containsExactly(old.value());
        assertThat(tags(BOB, trap)).isEmpty();

        sets(ALICE, old, EventType.TOMBSTONE, JsonObject.of("replacement_room", trap.value()));
        assertThat(muted(BOB)).containsExactly(old.value(), trap.value());
    }

    private static NewRoom replacing(Requester creator, RoomId old) {
        var room = aPublicRoomOf(creator, Optional.of("11"));
        return room.toBuilder()
                .creationContent(JsonObject.of("predecessor", JsonObject.of("room_id", old.value())))
                .build();
    }
}
