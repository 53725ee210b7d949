package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.e2ee.ClaimKeys;
import org.hirundo.application.e2ee.UploadKeys;
import org.hirundo.application.port.key.OneTimeKeyStore.KeyCounts;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.session.Requester;
import org.hirundo.application.sync.SlidingAnswer;
import org.hirundo.application.todevice.SendToDevice;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the extensions of sliding sync tell. */
public abstract class SlidingExtensionsStory extends SlidingStory {

    private static final String SIGNED = "signed_curve25519";
    private static final String EVERYWHERE = "\"lists\":{\"all\":{\"timeline_limit\":10}},";

    private static String with(String extension) {
        return "{" + EVERYWHERE + "\"extensions\":{\"" + extension + "\":{\"enabled\":true}}}";
    }

    private static String inbox(String since) {
        return "{\"extensions\":{\"to_device\":{\"enabled\":true,\"since\":\"" + since + "\"}}}";
    }

    private void sends(Requester sender, Requester recipient, String text) {
        var messages = JsonObject.of(
                recipient.user().toString(), JsonObject.of(recipient.device().value(), JsonObject.of("text", text)));
        the(SendToDevice.class)
                .send(
                        sender,
                        new SendToDevice.Send("m.dummy", new TransactionId(text), JsonObject.of("messages", messages)));
    }

    private static List<String> messages(SlidingAnswer answer) {
        return answer.extensions().toDevice().orElseThrow().messages().stream()
                .map(message -> message.content().string("text").orElseThrow())
                .toList();
    }

    private static String next(SlidingAnswer answer) {
        return Long.toString(
                answer.extensions().toDevice().orElseThrow().nextBatch().value());
    }

    private int stored(Requester user) {
        return storage()
                .toDevice()
                .inbox(
                        user.user(),
                        user.device(),
                        StreamPosition.START,
                        storage().stream().position(),
                        1000)
                .size();
    }

    @Test
    @Tag("easily-missed-2")
    void a_message_to_the_device_waits_until_it_says_that_it_has_it() {
        var dora = registers("dora");
        var emil = registers("emil");
        var first = sliding(emil, with("to_device")).now();
        var waiting = sliding(emil, inbox(next(first))).after(first).waiting();
        sends(dora, emil, "one");
        var second = waiting.news();
        var again = sliding(emil, inbox(next(first))).after(second).now();

        assertThat(messages(second)).containsExactly("one");
        assertThat(messages(again)).containsExactly("one");
        assertThat(stored(emil)).isEqualTo(1);
        sends(dora, emil, "two");
        var third = sliding(emil, inbox(next(again))).after(again).now();
        assertThat(messages(third)).containsExactly("two");
        assertThat(stored(emil)).isEqualTo(1);
        assertThat(messages(sliding(emil, inbox(next(third))).after(third).now()))
                .isEmpty();
        assertThat(stored(emil)).isZero();
    }

    @Test
    @Tag("easily-missed-2")
    void who_never_says_what_they_have_gets_it_again() {
        var dora = registers("dora");
        var emil = registers("emil");
        var client = sliding(emil, with("to_device"));
        var first = client.now();
        var second = client.after(first).now();
        sends(dora, emil, "one");
        var third = client.after(second).now();
        var fourth = client.after(third).now();

        assertThat(messages(second)).isEmpty();
        assertThat(messages(third)).containsExactly("one");
        assertThat(messages(fourth)).containsExactly("one");
    }

    @Test
    void as_many_messages_come_as_are_wanted_and_none_is_lost() {
        var dora = registers("dora");
        var emil = registers("emil");
        sends(dora, emil, "one");
        sends(dora, emil, "two");
        var first = sliding(emil, "{\"extensions\":{\"to_device\":{\"enabled\":true,\"limit\":1}}}")
                .now();
        var second = sliding(emil, inbox(next(first))).after(first).now();

        assertThat(messages(first)).containsExactly("one");
        assertThat(messages(second)).containsExactly("two");
    }

    @Test
    void whose_devices_changed_is_told_and_what_keys_are_left() {
        var dora = registers("dora");
        var emil = registers("emil");
        var room = created(aPublicRoomOf(emil));
        joins(dora, room);
        var client = sliding(emil, with("e2ee"));
        var first = client.now();
        var waiting = client.after(first).waiting();
        the(UploadKeys.class)
                .upload(dora, JsonObject.of("device_keys", Keys.of(1).device(dora.user(), dora.device())));
        var second = waiting.news();
        leaves(dora, room);
        var third = client.after(second).now();

        assertThat(first.extensions().e2ee().orElseThrow().lists().changed()).isEmpty();
        assertThat(first.extensions().e2ee().orElseThrow().keyCounts().oneTimeKeys())
                .isEmpty();
        assertThat(second.extensions().e2ee().orElseThrow().lists().changed()).containsExactly(dora.user());
        assertThat(third.extensions().e2ee().orElseThrow().lists().left()).containsExactly(dora.user());
    }

    @Test
    @Tag("easily-missed-1")
    void as_many_keys_are_left_as_an_upload_and_a_classic_sync_tell() {
        var dora = registers("dora");
        var emil = registers("emil");
        var key = Keys.of(1);
        var uploaded = the(UploadKeys.class)
                .upload(
                        dora,
                        JsonObject.of(
                                        "one_time_keys",
                                        JsonObject.of(SIGNED + ":1", key.oneTimeKey(dora.user(), dora.device(), "k1")))
                                .with(
                                        "fallback_keys",
                                        JsonObject.of(
                                                SIGNED + ":f", key.fallbackKey(dora.user(), dora.device(), "f"))));
        assertThat(uploaded.oneTimeKeys()).isEqualTo(Map.of(SIGNED, 1));
        assertThat(keysLeft(dora)).isEqualTo(new KeyCounts(Map.of(SIGNED, 1), Set.of(SIGNED)));
        assertThat(syncs(dora).keyCounts()).isEqualTo(keysLeft(dora));

        var wanted = JsonObject.of(
                "one_time_keys",
                JsonObject.of(
                        dora.user().toString(), JsonObject.of(dora.device().value(), SIGNED)));
        the(ClaimKeys.class).claim(emil, wanted, ClaimKeys.Form.ONE);
        the(ClaimKeys.class).claim(emil, wanted, ClaimKeys.Form.ONE);
        assertThat(keysLeft(dora).oneTimeKeys().getOrDefault(SIGNED, 0)).isZero();
        assertThat(keysLeft(dora).unusedFallbackAlgorithms()).isEmpty();
        assertThat(syncs(dora).keyCounts()).isEqualTo(keysLeft(dora));
    }

    private KeyCounts keysLeft(Requester user) {
        return sliding(user, with("e2ee"))
                .now()
                .extensions()
                .e2ee()
                .orElseThrow()
                .keyCounts();
    }

    @Test
    void account_data_is_told_once_and_that_of_a_room_with_the_room() {
        var room = aRoomWithBob();
        var other = aRoomWithBob();
        keeps(BOB, Optional.empty(), "org.example.diary", JsonObject.of("monday", "rain"));
        keeps(BOB, Optional.of(room), "org.example.note", JsonObject.of("text", "old"));
        keeps(BOB, Optional.of(other), "org.example.note", JsonObject.of("text", "other"));
        var narrow = "{\"room_subscriptions\":{\"" + room
                + "\":{\"timeline_limit\":1}},\"extensions\":{\"account_data\":{\"enabled\":true}}}";
        var first = sliding(BOB, narrow).now();
        var second = sliding(BOB, narrow).after(first).now();
        keeps(BOB, Optional.of(room), "org.example.note", JsonObject.of("text", "new"));
        var third = sliding(BOB, with("account_data")).after(second).now();

        var told = first.extensions().accountData().orElseThrow();
        assertThat(contents(told.global(), "org.example.diary")).containsExactly(JsonObject.of("monday", "rain"));
        assertThat(contents(told.global(), "m.push_rules")).hasSize(1);
        assertThat(told.rooms()).containsOnlyKeys(room);
        assertThat(second.extensions().accountData().orElseThrow().global()).isEmpty();
        assertThat(second.extensions().accountData().orElseThrow().rooms()).isEmpty();
        var later = third.extensions().accountData().orElseThrow();
        assertThat(later.global()).isEmpty();
        assertThat(later.rooms()).containsOnlyKeys(room, other);
        assertThat(contents(later.rooms().get(room), "org.example.note")).containsExactly(JsonObject.of("text", "new"));
    }

    private static Optional<JsonObject> receipts(SlidingAnswer answer, RoomId room) {
        return Optional.ofNullable(answer.extensions().receipts().orElseThrow().get(room));
    }

    @Test
    void a_room_comes_with_receipts_at_what_is_shown_of_it_and_with_ones_own() {
        var room = aRoomWithBob();
        var old = says(ALICE, room, "old");
        joins(CAROL, room);
        reads(CAROL, room, old);
        reads(BOB, room, old);
        var late = says(BOB, room, "late");
        reads(ALICE, room, late);
        var body = "{\"lists\":{\"all\":{\"timeline_limit\":1}},\"extensions\":{\"receipts\":{\"enabled\":true}}}";
        var client = sliding(BOB, body);
        var first = client.now();
        var waiting = client.after(first).waiting();
        reads(CAROL, room, late);
        var second = waiting.news();

        var told = receipts(first, room).orElseThrow();
        assertThat(told.toString())
                .contains(ALICE.user().toString(), BOB.user().toString())
                .doesNotContain(CAROL.user().toString());
        assertThat(told.names()).containsExactlyInAnyOrder(old.value(), late.value());
        assertThat(receipts(second, room).orElseThrow().names()).containsExactly(late.value());
        assertThat(receipts(client.after(second).now(), room)).isEmpty();
    }

    @Test
    void who_types_is_told_at_once() {
        var room = aRoomWithBob();
        var client = sliding(BOB, with("typing"));
        var first = client.now();
        var waiting = client.after(first).waiting();
        startsTyping(ALICE, room);
        var second = waiting.news();

        assertThat(first.extensions().typing().orElseThrow()).isEmpty();
        assertThat(second.extensions().typing().orElseThrow().get(room))
                .isEqualTo(JsonObject.of("user_ids", JsonArray.ofStrings(List.of(ALICE.user()))));
        assertThat(client.after(second).now().extensions().typing().orElseThrow())
                .isEmpty();
        assertThat(client.now().extensions().typing().orElseThrow()).containsOnlyKeys(room);
    }

    @Test
    void an_extension_that_is_not_enabled_tells_nothing() {
        var told = sliding(BOB, all(1)).now().extensions();

        assertThat(told.toDevice()).isEmpty();
        assertThat(told.e2ee()).isEmpty();
        assertThat(told.accountData()).isEmpty();
        assertThat(told.receipts()).isEmpty();
        assertThat(told.typing()).isEmpty();
    }

    @Test
    void an_extension_is_for_the_rooms_it_is_enabled_for() {
        var room = aRoomWithBob();
        startsTyping(ALICE, room);
        var body = "{" + EVERYWHERE + "\"extensions\":{\"typing\":{\"enabled\":true,\"lists\":[%s]}}}";

        assertThat(sliding(BOB, body.formatted("\"other\""))
                        .now()
                        .extensions()
                        .typing()
                        .orElseThrow())
                .isEmpty();
        assertThat(sliding(BOB, body.formatted("\"all\""))
                        .now()
                        .extensions()
                        .typing()
                        .orElseThrow())
                .containsOnlyKeys(room);
    }
}
