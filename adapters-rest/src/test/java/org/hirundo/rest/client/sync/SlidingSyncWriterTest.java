package org.hirundo.rest.client.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.key.OneTimeKeyStore.KeyCounts;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.stream.ThreadSubscriptionChange.Subscription;
import org.hirundo.application.port.thread.ThreadSubscriptionStore.Entry;
import org.hirundo.application.push.RoomUnread;
import org.hirundo.application.sync.SlidingAnswer;
import org.hirundo.application.sync.SlidingAnswer.AccountData;
import org.hirundo.application.sync.SlidingAnswer.Devices;
import org.hirundo.application.sync.SlidingAnswer.Extensions;
import org.hirundo.application.sync.SlidingAnswer.Hero;
import org.hirundo.application.sync.SlidingAnswer.Inbox;
import org.hirundo.application.sync.SlidingAnswer.Members;
import org.hirundo.application.sync.SlidingAnswer.Room;
import org.hirundo.application.sync.SlidingAnswer.Sticky;
import org.hirundo.application.sync.SlidingAnswer.Threads;
import org.hirundo.application.sync.SyncAnswer.DeviceLists;
import org.hirundo.application.sync.SyncAnswer.StrippedRoom;
import org.hirundo.application.sync.SyncAnswer.Timeline;
import org.hirundo.application.sync.SyncAnswer.Typed;
import org.hirundo.application.thread.ThreadChanges;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonNull;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.room.Membership;
import org.hirundo.domain.sync.SlidingForm;
import org.hirundo.domain.sync.StickyPlace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How the parts of an answer to sliding sync are called, which stories do not see. */
class SlidingSyncWriterTest {

    private static final UserId ALICE = UserId.parse("@alice:hirundo.example");
    private static final RoomId ROOM = RoomId.parse("!room:hirundo.example");
    private static final Extensions NONE = new Extensions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private static JsonObject json(String text) {
        return JsonParser.parseObject(text.getBytes(UTF_8));
    }

    private static JsonObject written(SlidingForm form, Map<RoomId, Room> rooms, Extensions extensions) {
        var answer = new SlidingAnswer("s5_abc", Map.of("all", 3), rooms, extensions);
        return JsonParser.parseObject(SlidingSyncWriter.write(answer, form).toBytes());
    }

    private static JsonObject written(SlidingForm form, Room room) {
        return written(form, Map.of(ROOM, room), NONE)
                .object("rooms")
                .flatMap(rooms -> rooms.object(ROOM.toString()))
                .orElseThrow();
    }

    private static Room joined() {
        return new Room(
                true,
                true,
                Membership.JOIN,
                Set.of("all"),
                Optional.of(new JsonString("Inn")),
                Optional.of(JsonNull.NULL),
                Optional.of(new Members(List.of(new Hero(ALICE, Optional.of("Alice"), Optional.empty())), 2, 1)),
                Optional.of(new RoomUnread.Count(3, 1)),
                Optional.of(true),
                Optional.of(new StreamPosition(4)),
                List.of(),
                Set.of(StateTuple.of(EventType.TOPIC)),
                Optional.of(new Timeline(List.of(), true, Optional.of("t3_7"))),
                0,
                Optional.empty());
    }

    @Test
    void an_answer_of_nothing_has_its_position_and_the_counts_of_its_lists() {
        assertThat(written(SlidingForm.DEPLOYED, Map.of(), NONE)).isEqualTo(json("""
                                {"pos":"s5_abc","lists":{"all":{"count":3}},"rooms":{},"extensions":{}}
                                """));
    }

    @Test
    void a_joined_room_is_written_as_deployed_clients_read_it() {
        assertThat(written(SlidingForm.DEPLOYED, joined())).isEqualTo(json("""
                                {"initial":true,"unstable_expanded_timeline":true,"membership":"join","lists":["all"],
                                 "name":"Inn","avatar":null,
                                 "heroes":[{"user_id":"@alice:hirundo.example","displayname":"Alice"}],
                                 "joined_count":2,"invited_count":1,"notification_count":3,"highlight_count":1,
                                 "is_dm":true,"bump_stamp":4,"required_state":[],"timeline":[],"limited":true,
                                 "prev_batch":"t3_7","num_live":0}
                                """));
    }

    @Test
    void the_accepted_form_has_names_of_its_own_and_tells_what_was_removed() {
        var told = written(SlidingForm.ACCEPTED, joined());

        assertThat(told.bool("expanded_timeline")).contains(true);
        assertThat(told.has("unstable_expanded_timeline")).isFalse();
        assertThat(told.array("required_state").orElseThrow().objectsIn())
                .containsExactly(json("{\"type\":\"m.room.topic\",\"state_key\":\"\"}"));
    }

    @Test
    void an_invite_is_told_by_its_stripped_state() {
        var event = json("{\"type\":\"m.room.create\",\"state_key\":\"\",\"sender\":\"@a:b\",\"content\":{}}");
        var invite = new Room(
                true,
                false,
                Membership.INVITE,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Set.of(),
                Optional.empty(),
                0,
                Optional.of(new StrippedRoom(List.of(event))));

        assertThat(written(SlidingForm.DEPLOYED, invite).names())
                .containsExactly("initial", "membership", "invite_state");
        assertThat(written(SlidingForm.ACCEPTED, invite)
                        .array("stripped_state")
                        .orElseThrow()
                        .objectsIn())
                .containsExactly(event);
    }

    @Test
    void extensions_are_written_as_clients_read_them() {
        var extensions = new Extensions(
                Optional.of(new Inbox(List.of(), new StreamPosition(9))),
                Optional.of(new Devices(
                        new DeviceLists(Set.of(ALICE), Set.of()),
                        new KeyCounts(Map.of(), Set.of("signed_curve25519")))),
                Optional.of(new AccountData(
                        List.of(new Typed("m.direct", JsonObject.EMPTY)),
                        Map.of(ROOM, List.of(new Typed("m.tag", JsonObject.EMPTY))))),
                Optional.of(Map.of(ROOM, JsonObject.EMPTY)),
                Optional.of(Map.of(ROOM, json("{\"user_ids\":[]}"))),
                Optional.of(new Threads(
                        "io.element.msc4308.thread_subscriptions",
                        new ThreadChanges(
                                List.of(
                                        change("$one", Subscription.AUTOMATIC, 7),
                                        change("$two", Subscription.MANUAL, 6),
                                        change("$three", Subscription.NONE, 5)),
                                Optional.of("ts4")))),
                Optional.of(new Sticky(Map.of(ROOM, List.of()), new StickyPlace(6, 7))));

        assertThat(written(SlidingForm.DEPLOYED, Map.of(), extensions).object("extensions"))
                .contains(json("""
                                {"to_device":{"next_batch":"9","events":[]},
                                 "e2ee":{"device_lists":{"changed":["@alice:hirundo.example"],"left":[]},
                                         "device_one_time_keys_count":{"signed_curve25519":0},
                                         "device_unused_fallback_key_types":["signed_curve25519"]},
                                 "account_data":{"global":[{"type":"m.direct","content":{}}],
                                                 "rooms":{"!room:hirundo.example":[{"type":"m.tag","content":{}}]}},
                                 "receipts":{"rooms":{"!room:hirundo.example":{"type":"m.receipt","content":{}}}},
                                 "typing":{"rooms":{"!room:hirundo.example":{"type":"m.typing",
                                                                            "content":{"user_ids":[]}}}},
                                 "io.element.msc4308.thread_subscriptions":{
                                     "subscribed":{"!room:hirundo.example":{
                                         "$one":{"bump_stamp":7,"automatic":true},
                                         "$two":{"bump_stamp":6,"automatic":false}}},
                                     "unsubscribed":{"!room:hirundo.example":{"$three":{"bump_stamp":5}}},
                                     "prev_batch":"ts4"},
                                 "org.matrix.msc4354.sticky_events":{
                                     "next_batch":"6_7",
                                     "rooms":{"!room:hirundo.example":{"events":[]}}}}
                                """));
    }

    @Test
    @Tag("easily-missed-1")
    void of_no_keys_the_list_is_written_all_the_same() {
        var extensions = new Extensions(
                Optional.empty(),
                Optional.of(new Devices(DeviceLists.NONE, new KeyCounts(Map.of(), Set.of()))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(written(SlidingForm.DEPLOYED, Map.of(), extensions).object("extensions"))
                .contains(json("""
                                {"e2ee":{"device_one_time_keys_count":{"signed_curve25519":0},
                                         "device_unused_fallback_key_types":[]}}
                                """));
    }

    private static Entry change(String root, Subscription subscription, long position) {
        return new Entry(ROOM, new EventId(root), subscription, new StreamPosition(position));
    }
}
