package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.hirundo.application.accountdata.SetAccountData;
import org.hirundo.application.notice.SendServerNotice;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.request.Body;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.accountdata.AccountDataType;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.CannotLeaveServerNoticeRoom;
import org.hirundo.domain.error.Exclusive;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.Membership;
import org.junit.jupiter.api.Test;

/** What the server itself says to its users. */
public abstract class ServerNoticesStory extends PeopleStory {

    private static final Requester ADMIN = Server.admin("root");
    private static final UserId SPEAKER = UserId.create("_server", Server.NAME);

    private static JsonObject notice(UserId user, String text) {
        return JsonObject.of("user_id", user.toString())
                .with("content", JsonObject.of("msgtype", "m.text").with("body", text));
    }

    private EventId notifies(JsonObject body, Optional<String> transaction) {
        return the(SendServerNotice.class).send(ADMIN, new Body(body), transaction.map(TransactionId::new));
    }

    private EventId notifies(Requester user, String text) {
        return notifies(notice(user.user(), text), Optional.empty());
    }

    private RoomId roomOf(Requester user) {
        assertThat(storage().memberships().roomsOf(user.user())).hasSize(1);
        return storage().memberships().roomsOf(user.user()).keySet().iterator().next();
    }

    private Optional<Membership> membership(Requester user) {
        return storage().memberships().find(roomOf(user), user.user()).map(RoomMembership::membership);
    }

    @Test
    void a_user_is_invited_to_a_room_of_their_own_and_reads_what_the_server_says() {
        var dora = registers("dora");
        notifies(dora, "first");
        var room = roomOf(dora);
        assertThat(membership(dora)).contains(Membership.INVITE);
        assertThat(storage().accountData().find(dora.user(), Optional.of(room), "m.tag"))
                .contains(JsonObject.of("tags", JsonObject.of("m.server_notice", JsonObject.EMPTY)));

        joins(dora, room);
        var second = notifies(dora, "second");
        assertThat(texts(dora, room)).containsExactly("first", "second");
        var last = history(dora, room).getLast();
        assertThat(last.id()).isEqualTo(second);
        assertThat(last.event().sender()).isEqualTo(SPEAKER);
        assertThat(state(dora, room, EventType.MEMBER, SPEAKER.toString())
                        .flatMap(member -> member.string("displayname")))
                .contains("Server notices");
        assertThatThrownBy(() -> says(dora, room, "answer")).isInstanceOf(Forbidden.class);
    }

    @Test
    void who_wants_no_invites_hears_the_server_all_the_same() {
        var dora = registers("dora");
        the(SetAccountData.class)
                .set(
                        dora,
                        dora.user(),
                        Optional.empty(),
                        new AccountDataType("m.invite_permission_config"),
                        JsonObject.of("default_action", "block"));
        notifies(dora, "listen");

        assertThat(membership(dora)).contains(Membership.INVITE);
        assertThat(SyncAsking.of(server(), dora).now().rooms().invited()).containsOnlyKeys(roomOf(dora));
    }

    @Test
    void every_user_has_one_room_of_their_own() {
        var dora = registers("dora");
        var emil = registers("emil");
        notifies(dora, "to dora");
        notifies(emil, "to emil");
        notifies(dora, "to dora again");

        assertThat(roomOf(dora)).isNotEqualTo(roomOf(emil));
    }

    @Test
    void the_invite_cannot_be_rejected_in_any_way() {
        var dora = registers("dora");
        notifies(dora, "listen");
        var room = roomOf(dora);
        var member = new StateTuple(EventType.MEMBER, dora.user().toString());

        assertThatThrownBy(() -> leaves(dora, room)).isInstanceOf(CannotLeaveServerNoticeRoom.class);
        assertThatThrownBy(() -> sets(dora, room, member, JsonObject.of("membership", "leave")))
                .isInstanceOf(CannotLeaveServerNoticeRoom.class);
        assertThat(membership(dora)).contains(Membership.INVITE);
    }

    @Test
    void who_has_left_is_invited_to_the_same_room() {
        var dora = registers("dora");
        notifies(dora, "first");
        var room = roomOf(dora);
        joins(dora, room);
        leaves(dora, room);
        assertThat(membership(dora)).contains(Membership.LEAVE);

        notifies(dora, "second");
        assertThat(roomOf(dora)).isEqualTo(room);
        assertThat(membership(dora)).contains(Membership.INVITE);
    }

    @Test
    void a_transaction_is_sent_once() {
        var dora = registers("dora");
        var emil = registers("emil");
        var body = notice(dora.user(), "once");
        var event = notifies(body, Optional.of("1"));

        assertThat(notifies(body, Optional.of("1"))).isEqualTo(event);
        assertThat(notifies(body, Optional.of("2"))).isNotEqualTo(event);
        assertThat(notifies(body, Optional.empty())).isNotEqualTo(event);
        assertThat(notifies(notice(emil.user(), "once"), Optional.of("1"))).isNotEqualTo(event);
    }

    @Test
    void a_notice_may_be_an_event_of_any_kind() {
        var dora = registers("dora");
        notifies(
                notice(dora.user(), "x")
                        .with("type", "m.room.topic")
                        .with("state_key", "")
                        .with("content", JsonObject.of("topic", "Maintenance")),
                Optional.empty());
        joins(dora, roomOf(dora));

        assertThat(state(dora, roomOf(dora), EventType.TOPIC)).contains(JsonObject.of("topic", "Maintenance"));
    }

    @Test
    void only_administrators_let_the_server_speak() {
        var dora = registers("dora");
        var send = the(SendServerNotice.class);

        for (var body : new JsonObject[] {JsonObject.EMPTY, notice(dora.user(), "forged")}) {
            assertThatThrownBy(() -> send.send(dora, new Body(body), Optional.empty()))
                    .isInstanceOf(Forbidden.class);
        }
        assertThatThrownBy(() -> registers("_server")).isInstanceOf(Exclusive.class);
        assertThatThrownBy(() -> registers("_SERVER")).isInstanceOf(Exclusive.class);
    }

    @Test
    void notices_that_make_no_sense_are_refused() {
        var dora = registers("dora");
        var good = notice(dora.user(), "text");

        assertThatThrownBy(() -> notifies(good.with("user_id", "@dora:elsewhere.example"), Optional.empty()))
                .isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> notifies(good.with("user_id", "dora"), Optional.empty()))
                .isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> notifies(good.with("user_id", "@nobody:hirundo.example"), Optional.empty()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> notifies(good.without("content"), Optional.empty()))
                .isInstanceOf(MissingParam.class);
        assertThatThrownBy(() -> notifies(good.with("content", "text"), Optional.empty()))
                .isInstanceOf(BadJson.class);
        assertThatThrownBy(() -> notifies(good.with("type", new JsonInteger(1)), Optional.empty()))
                .isInstanceOf(BadJson.class);
        assertThat(storage().memberships().roomsOf(dora.user())).isEmpty();
    }
}
