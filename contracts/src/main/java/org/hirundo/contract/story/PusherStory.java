package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.account.ChangePassword;
import org.hirundo.application.config.PushConfig;
import org.hirundo.application.event.SendMessage;
import org.hirundo.application.login.LogOut;
import org.hirundo.application.port.push.Pusher;
import org.hirundo.application.push.ListPushers;
import org.hirundo.application.push.PushDelivery;
import org.hirundo.application.push.PushFollower;
import org.hirundo.application.push.SetPusher;
import org.hirundo.application.session.Requester;
import org.hirundo.application.stream.Following;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.GuestAccessForbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonNull;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Users are notified by pushes. */
public abstract class PusherStory extends SyncStory {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final String APP = "org.example.app";

    private FakeGateway gateway() {
        return the(FakeGateway.class);
    }

    private static JsonObject pusher(String pushkey) {
        return JsonObject.of("kind", "http")
                .with("app_id", APP)
                .with("pushkey", pushkey)
                .with("app_display_name", "App")
                .with("device_display_name", "Phone")
                .with("lang", "en")
                .with("data", data());
    }

    private static JsonObject data() {
        return JsonObject.of("url", "https://push.example.org/_matrix/push/v1/notify")
                .with("brand", "swallow");
    }

    private void sets(Requester user, JsonObject pusher) {
        the(PushFollower.class);
        the(SetPusher.class).set(user, pusher);
    }

    private List<String> pushkeys(Requester user) {
        return the(ListPushers.class).list(user).stream()
                .map(Pusher::key)
                .map(Pusher.Key::pushkey)
                .toList();
    }

    /** Waits until what happened is pushed. */
    private void isPushed() {
        assertThat(the(Following.class).caughtUp(the(PushFollower.class), PATIENCE))
                .isTrue();
        awaitQuiet();
    }

    private void awaitQuiet() {
        try {
            the(PushDelivery.class).awaitQuiet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    private static long unread(JsonObject notification) {
        return notification.object("counts").orElseThrow().integer("unread").orElse(0);
    }

    @Test
    void a_message_is_pushed_to_every_pusher_of_the_others() {
        var room = aRoomWithBob();
        sets(ALICE, pusher("alice"));
        sets(BOB, pusher("phone"));
        sets(BOB, pusher("laptop"));
        var one = says(ALICE, room, "one");
        isPushed();

        assertThat(gateway().events("phone")).containsExactly(one.value());
        assertThat(gateway().events("laptop")).containsExactly(one.value());
        assertThat(gateway().events("alice")).isEmpty();
    }

    @Test
    void a_push_tells_all_about_the_event() {
        var room = aRoomWithBob();
        sets(ALICE, room, EventType.NAME, JsonObject.of("name", "Nest"));
        sets(BOB, pusher("phone"));
        says(ALICE, room, "one");
        isPushed();

        var push = gateway().notifications().getLast();
        assertThat(push.string("room_id")).contains(room.value());
        assertThat(push.string("type")).contains("m.room.message");
        assertThat(push.string("sender")).contains(ALICE.user().toString());
        assertThat(push.string("room_name")).contains("Nest");
        assertThat(push.object("content").orElseThrow().string("body")).contains("one");
        var device = FakeGateway.device(push);
        assertThat(device.string("app_id")).contains(APP);
        assertThat(device.integer("pushkey_ts"))
                .hasValue(server().clock().instant().getEpochSecond());
        assertThat(device.object("data")).contains(JsonObject.of("brand", "swallow"));
    }

    @Test
    @Tag("easily-missed-24")
    void one_that_wants_ids_alone_gets_no_content() {
        var room = aRoomWithBob();
        sets(BOB, pusher("phone").with("data", data().with("format", "event_id_only")));
        var one = says(ALICE, room, "secret");
        isPushed();

        var push = gateway().notifications().getFirst();
        assertThat(push.string("event_id")).contains(one.value());
        assertThat(push.string("room_id")).contains(room.value());
        assertThat(unread(push)).isEqualTo(1);
        assertThat(push.names()).containsExactlyInAnyOrder("event_id", "room_id", "prio", "counts", "devices");
        assertThat(push.toString()).doesNotContain("secret");
        assertThat(FakeGateway.device(push).has("tweaks")).isFalse();
    }

    @Test
    void what_is_urgent_is_pushed_with_priority() {
        var room = aRoomWithBob();
        joins(CAROL, room);
        sets(BOB, pusher("phone"));
        says(ALICE, room, "in passing");
        mentions(ALICE, room, BOB);
        isPushed();

        var passing = gateway().notifications().get(0);
        var mention = gateway().notifications().get(1);
        assertThat(passing.string("prio")).contains("low");
        assertThat(mention.string("prio")).contains("high");
        assertThat(FakeGateway.device(mention).object("tweaks").orElseThrow().get("highlight"))
                .isEqualTo(JsonBoolean.TRUE);
    }

    private EventId mentions(Requester user, RoomId room, Requester mentioned) {
        var mentions = JsonObject.of(
                "user_ids", JsonArray.ofStrings(List.of(mentioned.user().toString())));
        return sends(
                user,
                room,
                EventType.MESSAGE,
                JsonObject.of("msgtype", "m.text").with("body", "hey").with("m.mentions", mentions));
    }

    @Test
    @Tag("easily-missed-24")
    void an_edit_is_not_pushed_nor_who_is_ignored_nor_what_is_redacted_by_then() {
        var room = aRoomWithBob();
        joins(CAROL, room);
        sets(BOB, pusher("phone"));
        ignores(BOB, CAROL);
        var one = says(ALICE, room, "one");
        answers(ALICE, room, "* two", "m.replace", one);
        says(CAROL, room, "noise");
        isPushed();
        assertThat(gateway().events("phone")).containsExactly(one.value());
        gateway().isBroken(true);
        var oops = says(ALICE, room, "oops");
        isPushed();
        redacts(ALICE, room, oops);
        gateway().isBroken(false);
        server().clock().pass(AN_HOUR);
        isPushed();

        assertThat(gateway().events("phone")).containsExactly(one.value());
    }

    @Test
    void an_invitation_that_is_ignored_is_not_pushed() {
        sets(BOB, pusher("phone"));
        keeps(
                BOB,
                Optional.empty(),
                "org.matrix.msc4155.invite_permission_config",
                JsonObject.of("ignored_users", JsonArray.ofStrings(List.of("@ca*:*"))));
        invites(CAROL, created(aRoomOf(CAROL)), BOB);
        var room = created(aRoomOf(ALICE));
        invites(ALICE, room, BOB);
        isPushed();

        assertThat(gateway().notifications())
                .extracting(push -> push.string("room_id").orElseThrow())
                .containsExactly(room.value());
    }

    @Test
    void an_invitation_is_pushed_to_who_is_invited() {
        var room = created(aRoomOf(ALICE));
        sets(BOB, pusher("phone"));
        invites(ALICE, room, BOB);
        isPushed();

        var push = gateway().notifications().getFirst();
        assertThat(push.string("type")).contains("m.room.member");
        assertThat(push.string("membership")).contains("invite");
        assertThat(push.bool("user_is_target")).contains(true);
        assertThat(unread(push)).isEqualTo(1);
    }

    @Test
    void what_is_said_where_a_user_is_not_is_not_pushed() {
        var room = aRoomWithBob();
        sets(BOB, pusher("phone"));
        leaves(BOB, room);
        says(ALICE, room, "behind the back");
        isPushed();

        assertThat(gateway().notifications()).isEmpty();
    }

    @Test
    @Tag("easily-missed-24")
    void the_badge_counts_what_is_unread() {
        var attic = aRoomWithBob();
        var barn = aRoomWithBob();
        sets(BOB, pusher("phone"));
        says(ALICE, attic, "one");
        isPushed();
        var two = says(ALICE, attic, "two");
        isPushed();
        says(ALICE, barn, "three");
        isPushed();
        reads(BOB, attic, two);
        isPushed();
        says(ALICE, barn, "four");
        isPushed();

        assertThat(gateway().notifications()).extracting(PusherStory::unread).containsExactly(1L, 2L, 3L, 1L, 2L);
    }

    @Test
    @Tag("easily-missed-24")
    void the_badge_counts_rooms_where_that_is_wanted() throws InterruptedException {
        var attic = aRoomWithBob();
        var barn = aRoomWithBob();
        sets(BOB, pusher("phone"));
        var config = new PushConfig(PushConfig.DEFAULT.defaults(), PushConfig.Badge.ROOMS, PushConfig.Mails.DEFAULT);
        try (var server = Server.on(storage()).with(PushConfig.class, config)) {
            var follower = server.get(PushFollower.class);
            for (var room : List.of(attic, attic, barn)) {
                server.get(SendMessage.class)
                        .send(new SendMessage.Send(
                                ALICE,
                                room,
                                EventType.MESSAGE,
                                new TransactionId("t"
                                        + server.get(FakeGateway.class)
                                                .notifications()
                                                .size()),
                                JsonObject.of("msgtype", "m.text").with("body", "hello")));
                assertThat(server.get(Following.class).caughtUp(follower, PATIENCE))
                        .isTrue();
                server.get(PushDelivery.class).awaitQuiet();
            }
            assertThat(server.get(FakeGateway.class).notifications())
                    .extracting(PusherStory::unread)
                    .containsExactly(1L, 1L, 2L);
        }
    }

    @Test
    void a_new_number_alone_is_told_when_something_was_read_and_only_then() {
        var room = aRoomWithBob();
        sets(BOB, pusher("phone"));
        var one = says(ALICE, room, "one");
        isPushed();
        reads(BOB, room, one);
        isPushed();
        var own = says(BOB, room, "my own");
        reads(BOB, room, own);
        isPushed();

        assertThat(gateway().notifications()).hasSize(2);
        var alone = gateway().notifications().getLast();
        assertThat(alone.names()).containsExactlyInAnyOrder("counts", "devices");
        assertThat(unread(alone)).isZero();
    }

    @Test
    void a_gateway_that_fails_is_asked_again_later_and_nothing_is_lost() {
        var room = aRoomWithBob();
        sets(BOB, pusher("phone"));
        gateway().isBroken(true);
        var one = says(ALICE, room, "one");
        isPushed();
        var two = says(ALICE, room, "two");
        isPushed();
        server().clock().pass(Duration.ofSeconds(30));
        awaitQuiet();
        gateway().isBroken(false);
        assertThat(gateway().notifications()).isEmpty();
        server().clock().pass(AN_HOUR);
        isPushed();

        assertThat(gateway().events("phone")).containsExactly(one.value(), two.value());
    }

    @Test
    void what_waits_when_the_server_stops_is_pushed_when_it_starts() {
        var room = aRoomWithBob();
        sets(BOB, pusher("phone"));
        gateway().isBroken(true);
        var one = says(ALICE, room, "one");
        isPushed();
        restart();
        var two = says(ALICE, room, "nobody follows");
        the(PushFollower.class);
        isPushed();

        assertThat(gateway().events("phone")).containsExactly(one.value(), two.value());
        restart();
        the(PushFollower.class);
        isPushed();
        assertThat(gateway().notifications()).isEmpty();
    }

    @Test
    @Tag("easily-missed-24")
    void a_pushkey_that_is_rejected_loses_its_pusher_and_no_other() {
        var room = aRoomWithBob();
        sets(BOB, pusher("old"));
        sets(BOB, pusher("good"));
        gateway().rejects("old");
        says(ALICE, room, "one");
        isPushed();
        assertThat(pushkeys(BOB)).containsExactly("good");
        var two = says(ALICE, room, "two");
        isPushed();

        assertThat(gateway().events("old")).hasSize(1);
        assertThat(gateway().events("good")).hasSize(2).endsWith(two.value());
    }

    @Test
    void a_pushkey_belongs_to_one_user_unless_it_is_appended() {
        sets(ALICE, pusher("shared"));
        sets(BOB, pusher("shared").with("append", JsonBoolean.TRUE));
        assertThat(pushkeys(ALICE)).containsExactly("shared");
        sets(CAROL, pusher("shared"));

        assertThat(pushkeys(ALICE)).isEmpty();
        assertThat(pushkeys(BOB)).isEmpty();
        assertThat(pushkeys(CAROL)).containsExactly("shared");
    }

    @Test
    void a_pusher_is_removed_by_setting_it_to_nothing() {
        sets(BOB, pusher("phone"));
        sets(BOB, JsonObject.of("kind", JsonNull.NULL).with("app_id", APP).with("pushkey", "phone"));

        assertThat(pushkeys(BOB)).isEmpty();
    }

    @Test
    @Tag("easily-missed-24")
    void pushers_go_with_their_sessions() {
        var dave = registers("dave");
        var other = requester(logsIn(dave.user()));
        var third = requester(logsIn(dave.user()));
        sets(dave, pusher("mine"));
        sets(other, pusher("others"));
        sets(third, pusher("third"));
        the(LogOut.class).logOut(third);
        assertThat(pushkeys(dave)).containsExactly("mine", "others");
        the(ChangePassword.class)
                .change(new ChangePassword.Change(
                        Optional.of(dave),
                        authenticated(dave, JsonObject.of("new_password", "another correct horse")),
                        ADDRESS));

        assertThat(pushkeys(dave)).containsExactly("mine");
    }

    @Test
    void what_makes_no_pusher_is_refused() {
        var good = pusher("phone");
        for (var missing :
                Set.of("kind", "app_id", "pushkey", "app_display_name", "device_display_name", "lang", "data")) {
            assertThatThrownBy(() -> sets(BOB, good.without(missing)))
                    .as(missing)
                    .isInstanceOf(MissingParam.class);
            assertThatThrownBy(() -> sets(BOB, good.with(missing, new JsonInteger(1))))
                    .as(missing)
                    .isInstanceOf(BadJson.class);
        }
        assertThatThrownBy(() -> sets(BOB, good.with("data", JsonObject.EMPTY))).isInstanceOf(MissingParam.class);
        for (var url : Set.of(
                "http://push.example.org/_matrix/push/v1/notify",
                "https://push.example.org/notify",
                "https://user@push.example.org/_matrix/push/v1/notify",
                "https:///_matrix/push/v1/notify",
                "no url")) {
            var data = JsonObject.of("url", new JsonString(url));
            assertThatThrownBy(() -> sets(BOB, good.with("data", data))).as(url).isInstanceOf(InvalidParam.class);
        }
        assertThatThrownBy(() -> sets(BOB, good.with("app_id", "a".repeat(65)))).isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> sets(BOB, good.with("pushkey", "k".repeat(513))))
                .isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> sets(BOB, good.with("lang", "l".repeat(20_000))))
                .isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> sets(BOB, good.with("kind", "pigeon"))).isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> sets(Server.guest("guest"), good)).isInstanceOf(GuestAccessForbidden.class);
        assertThat(pushkeys(BOB)).isEmpty();
    }

    /** MSC3881. */
    @Test
    void a_pusher_that_is_switched_off_from_another_device_is_silent_and_stays_where_it_is() {
        var room = aRoomWithBob();
        sets(BOB, pusher("phone"));
        var laptop = Server.user("bob", "LAPTOP");
        sets(laptop, pusher("phone").with(Pusher.ENABLED, JsonBoolean.FALSE));
        says(ALICE, room, "one");
        isPushed();

        assertThat(gateway().events("phone")).isEmpty();
        assertThat(the(ListPushers.class).list(BOB))
                .allSatisfy(pusher -> assertThat(pusher.device()).isEqualTo(BOB.device()))
                .allSatisfy(pusher -> assertThat(pusher.enabled()).isFalse());

        sets(laptop, pusher("phone"));
        var two = says(ALICE, room, "two");
        isPushed();
        assertThat(gateway().events("phone")).containsExactly(two.value());
    }

    /** MSC4076. */
    @Test
    void an_app_that_counts_itself_is_told_no_number() {
        var room = aRoomWithBob();
        sets(
                BOB,
                pusher("phone").with("data", data().with("org.matrix.msc4076.disable_badge_count", JsonBoolean.TRUE)));
        var one = says(ALICE, room, "one");
        isPushed();
        reads(BOB, room, one);
        awaitQuiet();

        assertThat(gateway().notifications()).hasSize(1);
        assertThat(gateway().notifications().getFirst().has("counts")).isFalse();
    }
}
