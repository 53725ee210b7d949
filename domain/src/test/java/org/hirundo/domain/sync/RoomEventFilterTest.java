package org.hirundo.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.hirundo.domain.event.Event;
import org.hirundo.domain.event.TestEvents;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomEventFilterTest {

    private static final Event IMAGE =
            TestEvents.message("$image", "{\"body\": \"cat.png\", \"url\": \"mxc://example.org/cat\"}");
    private static final Event TEXT = TestEvents.message("$text", "{\"body\": \"hello\"}");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; true",
                "{\"types\": [\"m.room.message\"]}; true",
                "{\"types\": [\"m.room.mes*\"]}; true",
                "{\"types\": [\"m.room.member\"]}; false",
                "{\"not_types\": [\"*\"]}; false",
                "{\"senders\": [\"@bob:example.org\"]}; true",
                "{\"senders\": [\"@carol:example.org\"]}; false",
                "{\"not_senders\": [\"@bob:example.org\"]}; false",
                "{\"rooms\": [\"!room:example.org\"]}; true",
                "{\"rooms\": [\"!other:example.org\"]}; false",
                "{\"not_rooms\": [\"!room:example.org\"]}; false"
            })
    void an_event_passes_when_all_members_let_it(String filter, boolean passes) {
        assertThat(filter(filter).includes(TEXT)).isEqualTo(passes);
    }

    @Test
    void events_with_a_url_can_be_had_or_left_out() {
        assertThat(filter("{\"contains_url\": true}").includes(IMAGE)).isTrue();
        assertThat(filter("{\"contains_url\": true}").includes(TEXT)).isFalse();
        assertThat(filter("{\"contains_url\": false}").includes(IMAGE)).isFalse();
        assertThat(filter("{\"contains_url\": false}").includes(TEXT)).isTrue();
        assertThat(filter("{}").includes(IMAGE)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "rel_types; m.thread; true; false; false",
                "rel_types; m.reference; false; true; false",
                "not_rel_types; m.thread; false; true; true",
                "not_rel_types; m.reference; true; false; true",
                "not_rel_types; m.other; true; true; true"
            })
    void events_are_had_or_left_out_by_how_they_relate(
            String member, String type, boolean thread, boolean reference, boolean unrelated) {
        var filter = filter("{\"org.matrix.msc3874.%s\": [\"%s\"]}".formatted(member, type));

        assertThat(filter.includes(relating("m.thread"))).isEqualTo(thread);
        assertThat(filter.includes(relating("m.reference"))).isEqualTo(reference);
        assertThat(filter.includes(TEXT)).isEqualTo(unrelated);
        assertThat(filter.narrows()).isTrue();
    }

    @Test
    void what_is_unwanted_is_left_out_though_it_is_wanted_as_well() {
        var filter = filter("""
                {"org.matrix.msc3874.rel_types": ["m.thread"], "org.matrix.msc3874.not_rel_types": ["m.thread"]}""");

        assertThat(filter.includes(relating("m.thread"))).isFalse();
        assertThat(filter("{\"org.matrix.msc3874.rel_types\": []}").includes(relating("m.thread")))
                .isFalse();
    }

    private static Event relating(String type) {
        return TestEvents.message(
                "$related", "{\"m.relates_to\": {\"rel_type\": \"%s\", \"event_id\": \"$text\"}}".formatted(type));
    }

    @Test
    void what_is_no_event_of_the_timeline_has_no_url() {
        var room = RoomId.parse("!room:example.org");

        assertThat(filter("{\"contains_url\": true}").includes(room, "m.typing"))
                .isFalse();
        assertThat(filter("{\"contains_url\": false}").includes(room, "m.typing"))
                .isTrue();
    }

    private static RoomEventFilter filter(String json) {
        return RoomEventFilter.parse(Json.object(json));
    }
}
