package org.hirundo.contract.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.hirundo.application.filter.DefineFilter;
import org.hirundo.application.filter.GetFilter;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.domain.presence.Presence;
import org.junit.jupiter.api.Test;

/** Clients that want to hear of some things only. */
public abstract class SyncFilterStory extends SyncStory {

    private static final String DIARY = "org.example.diary";

    private List<String> timeline(String filter, RoomId room) {
        return types(in(asking(BOB).filter(filter).now(), room).timeline().events());
    }

    @Test
    void rooms_that_are_not_wanted_are_not_told_of() {
        var one = aRoomWithBob();
        var two = aRoomWithBob();
        var wanted = "{\"room\":{\"rooms\":[\"" + one + "\"]}}";
        var unwanted = "{\"room\":{\"not_rooms\":[\"" + one + "\"]}}";
        var first = syncs(BOB);
        says(ALICE, one, "one");
        says(ALICE, two, "two");

        assertThat(asking(BOB).filter(wanted).now().rooms().joined()).containsOnlyKeys(one);
        assertThat(asking(BOB).filter(wanted).since(first).now().rooms().joined())
                .containsOnlyKeys(one);
        assertThat(asking(BOB).filter(unwanted).since(first).now().rooms().joined())
                .containsOnlyKeys(two);
    }

    @Test
    void events_are_chosen_by_type_and_types_may_have_stars() {
        var room = aRoomWithBob();
        says(ALICE, room, "hello");
        sets(ALICE, room, EventType.TOPIC, JsonObject.of("topic", "tea"));

        assertThat(timeline("{\"room\":{\"timeline\":{\"types\":[\"m.room.message\"]}}}", room))
                .containsExactly("m.room.message");
        assertThat(timeline("{\"room\":{\"timeline\":{\"types\":[\"m.room.t*\"]}}}", room))
                .containsExactly("m.room.topic");
        assertThat(timeline("{\"room\":{\"timeline\":{\"types\":[\"m.*\"],\"not_types\":[\"m.room.t*\"]}}}", room))
                .contains("m.room.message")
                .doesNotContain("m.room.topic");
        var state = in(
                        asking(BOB)
                                .filter(
                                        "{\"room\":{\"timeline\":{\"limit\":1},\"state\":{\"types\":[\"m.room.create\"]}}}")
                                .now(),
                        room)
                .state();
        assertThat(types(state)).containsExactly("m.room.create");
    }

    @Test
    void a_filter_that_lets_little_through_still_fills_its_limit() {
        var room = aRoomWithBob();
        says(ALICE, room, "first");
        says(ALICE, room, "second");
        says(ALICE, room, "third");
        for (int page = 0; page < 12; page++) {
            sends(ALICE, room, new EventType(DIARY), JsonObject.of("page", page));
        }
        var filter = "{\"room\":{\"timeline\":{\"types\":[\"m.room.message\"],\"limit\":2}}}";

        var shown = in(asking(BOB).filter(filter).now(), room).timeline();

        assertThat(shown.events()).hasSize(2);
        assertThat(texts(asking(BOB).filter(filter).now(), room)).containsExactly("second", "third");
        assertThat(shown.limited()).isTrue();
    }

    @Test
    void events_are_chosen_by_sender() {
        var room = aRoomWithBob();
        says(ALICE, room, "by Alice");
        says(BOB, room, "by Bob");

        var alice = "{\"room\":{\"timeline\":{\"senders\":[\"" + ALICE.user() + "\"]}}}";
        var others = "{\"room\":{\"timeline\":{\"not_senders\":[\"" + ALICE.user() + "\"]}}}";
        assertThat(texts(asking(BOB).filter(alice).now(), room)).containsExactly("by Alice");
        assertThat(texts(asking(BOB).filter(others).now(), room)).containsExactly("by Bob");
    }

    @Test
    void events_are_chosen_by_whether_they_have_a_url() {
        var room = aRoomWithBob();
        says(ALICE, room, "words");
        sends(
                ALICE,
                room,
                EventType.MESSAGE,
                JsonObject.of("msgtype", "m.image").with("body", "picture").with("url", "mxc://hirundo.example/1"));

        assertThat(texts(
                        asking(BOB)
                                .filter("{\"room\":{\"timeline\":{\"contains_url\":true}}}")
                                .now(),
                        room))
                .containsExactly("picture");
        assertThat(texts(
                        asking(BOB)
                                .filter("{\"room\":{\"timeline\":{\"contains_url\":false}}}")
                                .now(),
                        room))
                .containsExactly("words");
    }

    @Test
    void what_is_fleeting_kept_and_said_of_people_is_chosen_too() {
        var room = aRoomWithBob();
        var event = says(ALICE, room, "hello");
        reads(ALICE, room, event);
        startsTyping(ALICE, room);
        keeps(BOB, Optional.empty(), DIARY, JsonObject.of("where", "everywhere"));
        keeps(BOB, Optional.of(room), DIARY, JsonObject.of("where", "here"));
        asking(ALICE).as(Presence.ONLINE).now();

        var all = syncs(BOB);
        assertThat(in(all, room).ephemeral()).extracting("type").containsExactlyInAnyOrder("m.typing", "m.receipt");
        assertThat(contents(all.accountData(), DIARY)).hasSize(1);
        assertThat(contents(in(all, room).accountData(), DIARY)).hasSize(1);
        assertThat(all.presence()).hasSize(1);
        var some = asking(BOB).filter("""
                        {"presence":{"not_types":["*"]},"account_data":{"not_types":["org.example.*"]},
                         "room":{"ephemeral":{"types":["m.typing"]},"account_data":{"types":[]}}}
                        """).now();
        assertThat(in(some, room).ephemeral()).extracting("type").containsExactly("m.typing");
        assertThat(some.accountData()).extracting("type").containsExactly("m.push_rules");
        assertThat(in(some, room).accountData()).isEmpty();
        assertThat(some.presence()).isEmpty();
    }

    @Test
    void a_filter_that_is_kept_does_what_it_says() {
        var dora = registers("dora");
        var room = created(aPublicRoomOf(dora));
        says(dora, room, "hello");
        var json = "{\"room\":{\"timeline\":{\"types\":[\"m.room.message\"]}}}";
        var id = the(DefineFilter.class).define(dora, dora.user(), JsonParser.parseObject(json.getBytes(UTF_8)));
        restart();

        var kept = the(GetFilter.class).get(dora, dora.user(), id).toString();
        assertThat(types(in(asking(dora).filter(kept).now(), room).timeline().events()))
                .containsExactly("m.room.message");
    }

    @Test
    void unread_messages_are_counted_per_thread_for_who_wants_it() {
        var room = aRoomWithBob();
        var root = says(BOB, room, "root");
        answers(ALICE, room, "in the thread", "m.thread", root);
        says(ALICE, room, "beside it");

        var unread = in(syncs(BOB), room).unread();
        assertThat(unread.total().notifications()).isEqualTo(2);
        assertThat(unread.main().notifications()).isEqualTo(1);
        assertThat(unread.threads().get(root).notifications()).isEqualTo(1);
    }
}
