package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.hirundo.application.e2ee.UploadKeys;
import org.hirundo.application.session.Requester;
import org.hirundo.application.stream.Waiters;
import org.hirundo.application.todevice.SendToDevice;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.presence.Presence;
import org.junit.jupiter.api.Test;

/** Clients that wait for news, as almost all of them do almost always. */
public abstract class SyncWaitingStory extends SyncStory {

    private SyncAsking.Waiting waits(Requester user) {
        return asking(user).since(syncs(user)).waiting();
    }

    private void sendsToDevice(Requester sender, Requester recipient, String text) {
        var messages = JsonObject.of(
                recipient.user().toString(), JsonObject.of(recipient.device().value(), JsonObject.of("text", text)));
        the(SendToDevice.class)
                .send(
                        sender,
                        new SendToDevice.Send("m.dummy", new TransactionId(text), JsonObject.of("messages", messages)));
    }

    @Test
    void a_message_is_told_at_once() {
        var room = aRoomWithBob();
        var waiting = waits(BOB);
        says(ALICE, room, "hello");

        assertThat(texts(waiting.news(), room)).containsExactly("hello");
    }

    @Test
    void all_clients_of_all_members_are_told() {
        var room = aRoomWithBob();
        var alice = waits(ALICE);
        var phone = waits(BOB);
        var laptop = waits(Server.user("bob", "LAPTOP"));
        says(ALICE, room, "hello");

        for (var waiting : new SyncAsking.Waiting[] {alice, phone, laptop}) {
            assertThat(texts(waiting.news(), room)).containsExactly("hello");
        }
    }

    @Test
    void an_invite_is_told_at_once_and_so_is_being_put_out() {
        var room = created(aRoomOf(ALICE));
        var waiting = waits(BOB);
        invites(ALICE, room, BOB);
        assertThat(waiting.news().rooms().invited()).containsOnlyKeys(room);

        var again = waits(BOB);
        kicks(ALICE, room, BOB);
        assertThat(again.news().rooms().left()).containsOnlyKeys(room);
    }

    @Test
    void typing_is_told_at_once() {
        var room = aRoomWithBob();
        var waiting = waits(BOB);
        startsTyping(ALICE, room);

        assertThat(contents(in(waiting.news(), room).ephemeral(), "m.typing")).hasSize(1);
    }

    @Test
    void a_receipt_is_told_at_once() {
        var room = aRoomWithBob();
        var event = says(BOB, room, "hello");
        var waiting = waits(BOB);
        reads(ALICE, room, event);

        assertThat(contents(in(waiting.news(), room).ephemeral(), "m.receipt")).hasSize(1);
    }

    @Test
    void account_data_is_told_at_once() {
        var waiting = waits(BOB);
        keeps(BOB, Optional.empty(), "org.example.diary", JsonObject.of("monday", "rain"));

        assertThat(contents(waiting.news().accountData(), "org.example.diary"))
                .containsExactly(JsonObject.of("monday", "rain"));
    }

    @Test
    void a_message_to_the_device_is_told_at_once() {
        var dora = registers("dora");
        var emil = registers("emil");
        var waiting = waits(emil);
        sendsToDevice(dora, emil, "psst");

        assertThat(waiting.news().toDevice())
                .extracting(message -> message.content().string("text").orElseThrow())
                .containsExactly("psst");
    }

    @Test
    void that_a_device_of_somebody_known_changed_is_told_at_once() {
        var dora = registers("dora");
        var room = created(aPublicRoomOf(dora));
        joins(BOB, room);
        var waiting = waits(BOB);
        the(UploadKeys.class)
                .upload(dora, JsonObject.of("device_keys", Keys.of(1).device(dora.user(), dora.device())));

        assertThat(waiting.news().deviceLists().changed()).containsExactly(dora.user());
    }

    @Test
    void presence_of_somebody_known_is_told_at_once() {
        aRoomWithBob();
        var waiting = waits(BOB);
        asking(ALICE).as(Presence.ONLINE).now();

        assertThat(waiting.news().presence())
                .extracting(event -> event.string("sender").orElseThrow())
                .containsExactly(ALICE.user().toString());
    }

    @Test
    void nobody_is_told_of_what_concerns_others_only() {
        var dora = registers("dora");
        var emil = registers("emil");
        var room = created(aPublicRoomOf(ALICE));
        joins(CAROL, room);
        var own = aRoomWithBob();
        var waiting = waits(BOB);

        var event = says(ALICE, room, "not for Bob");
        sets(ALICE, room, EventType.TOPIC, JsonObject.of("topic", "not for Bob"));
        reads(CAROL, room, event);
        startsTyping(CAROL, room);
        keeps(ALICE, Optional.of(own), "org.example.diary", JsonObject.of("bob", "no"));
        sendsToDevice(dora, emil, "not for Bob");
        the(UploadKeys.class)
                .upload(dora, JsonObject.of("device_keys", Keys.of(1).device(dora.user(), dora.device())));
        asking(CAROL).as(Presence.ONLINE).now();
        assertThat(waiting.answer()).isNotDone();
        says(ALICE, own, "for Bob");

        var news = waiting.news();
        assertThat(texts(news, own)).containsExactly("for Bob");
        assertThat(news.rooms().joined()).containsOnlyKeys(own);
        assertThat(in(news, own).accountData()).isEmpty();
        assertThat(news.toDevice()).isEmpty();
        assertThat(news.presence()).isEmpty();
        assertThat(news.deviceLists().changed()).isEmpty();
    }

    @Test
    void news_that_the_filter_keeps_away_answer_nobody() {
        var room = aRoomWithBob();
        var filter = "{\"room\":{\"not_rooms\":[\"" + room + "\"]}}";
        var other = aRoomWithBob();
        var waiting = asking(BOB).filter(filter).since(syncs(BOB)).waiting();
        says(ALICE, room, "not wanted");
        assertThat(waiting.answer()).isNotDone();
        says(ALICE, other, "wanted");

        assertThat(waiting.news().rooms().joined()).containsOnlyKeys(other);
    }

    @Test
    void who_waited_in_vain_is_told_nothing_and_goes_on_from_there() {
        var room = aRoomWithBob();
        var first = syncs(BOB);
        var second = asking(BOB).since(first).timeout(Duration.ofMillis(1)).now();

        assertThat(second.rooms().joined()).isEmpty();
        assertThat(second.nextBatch().durable()).isEqualTo(first.nextBatch().durable());
        says(ALICE, room, "late");
        assertThat(texts(syncs(BOB, second), room)).containsExactly("late");
    }

    @Test
    void a_server_that_stops_answers_those_who_wait() {
        aRoomWithBob();
        var first = syncs(BOB);
        var waiting = asking(BOB).since(first).waiting();
        the(Waiters.class).close();

        assertThat(waiting.news().nextBatch().durable())
                .isEqualTo(first.nextBatch().durable());
    }

    @Test
    void who_begins_anew_or_wants_all_state_never_waits() {
        var room = aRoomWithBob();
        var patience = Duration.ofMinutes(2);
        var first = asking(BOB).timeout(patience).now();

        assertThat(in(first, room).timeline().events()).isNotEmpty();
        assertThat(in(asking(BOB).since(first).fullState().timeout(patience).now(), room)
                        .state())
                .isNotEmpty();
    }
}
