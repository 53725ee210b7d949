package org.hirundo.rest.client.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.key.OneTimeKeyStore.KeyCounts;
import org.hirundo.application.port.session.TokenHash;
import org.hirundo.application.push.RoomUnread;
import org.hirundo.application.session.Requester;
import org.hirundo.application.sync.SyncAnswer;
import org.hirundo.application.sync.SyncAnswer.DeviceLists;
import org.hirundo.application.sync.SyncAnswer.JoinedRoom;
import org.hirundo.application.sync.SyncAnswer.LeftRoom;
import org.hirundo.application.sync.SyncAnswer.MemberSummary;
import org.hirundo.application.sync.SyncAnswer.Rooms;
import org.hirundo.application.sync.SyncAnswer.StrippedRoom;
import org.hirundo.application.sync.SyncAnswer.Timeline;
import org.hirundo.application.sync.SyncAnswer.Typed;
import org.hirundo.application.sync.SyncRequest;
import org.hirundo.application.sync.SyncToken;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.domain.presence.Presence;
import org.hirundo.domain.sync.Filter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How the parts of an answer to {@code /sync} are called, which stories do not see. */
class SyncWriterTest {

    private static final UserId ALICE = UserId.parse("@alice:hirundo.example");
    private static final UserId BOB = UserId.parse("@bob:hirundo.example");
    private static final RoomId ROOM = RoomId.parse("!room:hirundo.example");
    private static final EventId ROOT = new EventId("$root");
    private static final Rooms NOWHERE = new Rooms(Map.of(), Map.of(), Map.of(), Map.of());
    private static final KeyCounts NO_KEYS = new KeyCounts(Map.of(), Set.of());
    private static final Timeline TIMELINE = new Timeline(List.of(), true, Optional.of("t3_7"));

    private static JsonObject json(String text) {
        return JsonParser.parseObject(text.getBytes(UTF_8));
    }

    private static SyncAnswer answer(Rooms rooms, DeviceLists devices, KeyCounts keys) {
        return new SyncAnswer(SyncToken.parse("s5_abc.6"), rooms, List.of(), List.of(), List.of(), devices, keys);
    }

    private static JsonObject written(SyncAnswer answer, String filter, boolean stateAfter, boolean unstable) {
        var requester =
                new Requester(BOB, new DeviceId("PHONE"), Requester.Kind.USER, false, false, new TokenHash("hash"));
        var request = new SyncRequest(
                requester,
                Optional.empty(),
                Filter.parse(json(filter)),
                false,
                stateAfter,
                Duration.ZERO,
                Presence.OFFLINE);
        return JsonParser.parseObject(
                SyncWriter.write(answer, request, unstable).toBytes());
    }

    private static JsonObject written(SyncAnswer answer) {
        return written(answer, "{}", false, false);
    }

    private static SyncAnswer joined() {
        return joined(
                List.of(new Typed("m.typing", json("{\"user_ids\":[]}"))),
                List.of(new Typed("m.tag", json("{\"tags\":{}}"))));
    }

    private static SyncAnswer joined(List<Typed> ephemeral, List<Typed> accountData) {
        var unread = new RoomUnread(new RoomUnread.Count(2, 1), Map.of(ROOT, new RoomUnread.Count(3, 0)));
        var room = new JoinedRoom(
                TIMELINE,
                List.of(),
                List.of(),
                ephemeral,
                accountData,
                Optional.of(new MemberSummary(List.of(ALICE), 2, 0)),
                unread);
        var left = new LeftRoom(TIMELINE, List.of(), List.of());
        return answer(new Rooms(Map.of(ROOM, room), Map.of(), Map.of(), Map.of(ROOM, left)), DeviceLists.NONE, NO_KEYS);
    }

    private static JsonObject room(JsonObject answer, String section) {
        return answer.object("rooms")
                .flatMap(rooms -> rooms.object(section))
                .flatMap(rooms -> rooms.object(ROOM.toString()))
                .orElseThrow();
    }

    @Test
    @Tag("easily-missed-1")
    void even_an_answer_of_nothing_tells_of_keys() {
        assertThat(written(answer(NOWHERE, DeviceLists.NONE, NO_KEYS))).isEqualTo(json("""
                                {"next_batch":"s5_abc.6","device_one_time_keys_count":{"signed_curve25519":0},
                                 "device_unused_fallback_key_types":[],"rooms":{}}
                                """));
    }

    @Test
    void keys_that_are_left_and_devices_that_changed_are_told() {
        var told = written(answer(
                NOWHERE,
                new DeviceLists(Set.of(ALICE), Set.of(BOB)),
                new KeyCounts(Map.of("signed_curve25519", 20), Set.of("signed_curve25519"))));

        assertThat(told.object("device_one_time_keys_count")).contains(json("{\"signed_curve25519\":20}"));
        assertThat(told.array("device_unused_fallback_key_types").orElseThrow().strings())
                .contains(List.of("signed_curve25519"));
        assertThat(told.object("device_lists"))
                .contains(json("{\"changed\":[\"@alice:hirundo.example\"],\"left\":[\"@bob:hirundo.example\"]}"));
    }

    @Test
    @Tag("easily-missed-7")
    void the_state_is_called_by_the_name_of_what_was_asked_for() {
        for (var section : List.of("join", "leave")) {
            assertThat(room(written(joined()), section).names())
                    .contains("state")
                    .doesNotContain("state_after", "org.matrix.msc4222.state_after");
            assertThat(room(written(joined(), "{}", true, false), section).names())
                    .contains("state_after")
                    .doesNotContain("state", "org.matrix.msc4222.state_after");
            assertThat(room(written(joined(), "{}", true, true), section).names())
                    .contains("org.matrix.msc4222.state_after")
                    .doesNotContain("state", "state_after");
        }
    }

    @Test
    void a_joined_room_is_written_as_the_specification_says() {
        assertThat(room(written(joined()), "join")).isEqualTo(json("""
                                {"timeline":{"events":[],"limited":true,"prev_batch":"t3_7"},"state":{"events":[]},
                                 "ephemeral":{"events":[{"type":"m.typing","content":{"user_ids":[]}}]},
                                 "account_data":{"events":[{"type":"m.tag","content":{"tags":{}}}]},
                                 "summary":{"m.heroes":["@alice:hirundo.example"],"m.joined_member_count":2,
                                            "m.invited_member_count":0},
                                 "unread_notifications":{"notification_count":5,"highlight_count":1}}
                                """));
    }

    @Test
    void that_a_joined_room_has_no_account_data_is_written_and_that_nobody_types_is_not() {
        var told = room(written(joined(List.of(), List.of())), "join");

        assertThat(told.object("account_data")).contains(json("{\"events\":[]}"));
        assertThat(told.object("ephemeral")).isEmpty();
    }

    @Test
    void threads_are_counted_apart_for_who_wants_it() {
        var filter = "{\"room\":{\"timeline\":{\"unread_thread_notifications\":true}}}";
        var told = room(written(joined(), filter, false, false), "join");

        assertThat(told.object("unread_notifications"))
                .contains(json("{\"notification_count\":2,\"highlight_count\":1}"));
        assertThat(told.object("unread_thread_notifications"))
                .contains(json("{\"$root\":{\"notification_count\":3,\"highlight_count\":0}}"));
    }

    @Test
    void invites_and_knocks_are_told_by_their_stripped_state() {
        var event = json("{\"type\":\"m.room.create\",\"state_key\":\"\",\"sender\":\"@a:b\",\"content\":{}}");
        var room = Map.of(ROOM, new StrippedRoom(List.of(event)));
        var told = written(answer(new Rooms(Map.of(), room, room, Map.of()), DeviceLists.NONE, NO_KEYS));

        for (var names :
                Map.of("invite", "invite_state", "knock", "knock_state").entrySet()) {
            var state = room(told, names.getKey()).object(names.getValue()).orElseThrow();
            assertThat(state.array("events").orElseThrow().objectsIn()).containsExactly(event);
        }
    }
}
