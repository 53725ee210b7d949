package org.hirundo.domain.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.event.TestEvents;
import org.hirundo.domain.id.RoomId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpaceChildTest {

    private static Event child(String room, String content) {
        return TestEvents.event("$" + room, """
                {"type": "m.space.child", "state_key": "%s", "content": %s}""".formatted(room, content));
    }

    private static Event orderedAt(String room, String order, long time) {
        return TestEvents.event("$" + room, """
                {"type": "m.space.child", "state_key": "%s", "origin_server_ts": %d,
                 "content": {"via": ["example.org"], "order": %s}}""".formatted(room, time, order));
    }

    @Test
    void a_child_is_named_by_the_state_key() {
        var event = child("!a:x", "{\"via\": [\"example.org\"], \"order\": \"b\", \"suggested\": true}");

        assertThat(SpaceChild.of(event)).contains(new SpaceChild(event, RoomId.parse("!a:x"), Optional.of("b"), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"via\": []}", "{\"via\": \"example.org\"}", "{\"via\": [7]}"})
    void what_names_no_servers_is_no_child(String content) {
        assertThat(SpaceChild.of(child("!a:x", content))).isEmpty();
    }

    @Test
    void what_is_no_room_is_no_child() {
        assertThat(SpaceChild.of(child("nobody", "{\"via\": [\"example.org\"]}")))
                .isEmpty();
        assertThat(SpaceChild.of(TestEvents.message("$m", "{\"via\": [\"example.org\"]}")))
                .isEmpty();
    }

    @Test
    void children_with_an_order_come_first_then_the_older_ones_then_by_their_ids() {
        var shown = Stream.of(
                        orderedAt("!f:x", "7", 9),
                        orderedAt("!e:x", "\"\"", 5),
                        orderedAt("!d:x", "\"ü\"", 5),
                        orderedAt("!c:x", "null", 4),
                        orderedAt("!b:x", "\"aa\"", 3),
                        orderedAt("!a:x", "\"~\"", 1),
                        orderedAt("!g:x", "\" \"", 8))
                .map(event -> SpaceChild.of(event).orElseThrow())
                .sorted(SpaceChild.SHOWN)
                .map(child -> child.room().value());

        assertThat(shown).containsExactly("!g:x", "!b:x", "!a:x", "!c:x", "!d:x", "!e:x", "!f:x");
    }
}
