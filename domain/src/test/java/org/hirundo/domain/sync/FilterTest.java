package org.hirundo.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {

    private static final UserId ALICE = UserId.parse("@alice:example.com");
    private static final UserId SPAM = UserId.parse("@spam:example.com");
    private static final RoomId ROOM = RoomId.parse("!room:example.com");
    private static final RoomId EXCLUDED = RoomId.parse("!726s6s6q:example.com");

    private static final Filter SPECIFICATION = filter("""
            {"room": {
               "state": {"types": ["m.room.*"], "not_rooms": ["!726s6s6q:example.com"]},
               "timeline": {"limit": 10, "types": ["m.room.message"], "not_rooms": ["!726s6s6q:example.com"],
                            "not_senders": ["@spam:example.com"]},
               "ephemeral": {"types": ["m.receipt", "m.typing"], "not_rooms": ["!726s6s6q:example.com"],
                             "not_senders": ["@spam:example.com"]}},
             "presence": {"types": ["m.presence"], "not_senders": ["@alice:example.com"]},
             "event_format": "client",
             "event_fields": ["type", "content", "sender"]}""");

    @Test
    void the_filter_of_the_specification_is_understood() {
        var room = SPECIFICATION.room();

        assertThat(SPECIFICATION.eventFormat()).isEqualTo(Filter.Format.CLIENT);
        assertThat(SPECIFICATION.presence().includes("m.presence", SPAM)).isTrue();
        assertThat(SPECIFICATION.presence().includes("m.presence", ALICE)).isFalse();
        assertThat(SPECIFICATION.accountData().includes("org.example.any")).isTrue();
        assertThat(room.includes(EXCLUDED)).isTrue();
        assertThat(room.state().includes(EXCLUDED)).isFalse();
        assertThat(room.timeline().limit(20, 100)).isEqualTo(10);
        assertThat(room.ephemeral().includes(ROOM, "m.typing")).isTrue();
        assertThat(room.ephemeral().includes(EXCLUDED, "m.typing")).isFalse();
        assertThat(room.ephemeral().includes(ROOM, "org.example.other")).isFalse();
        assertThat(room.ephemeral().includes(ROOM, "m.receipt", ALICE)).isTrue();
        assertThat(room.ephemeral().includes(ROOM, "m.receipt", SPAM)).isFalse();
        assertThat(room.accountData().includes(ROOM, "m.tag")).isTrue();
        assertThat(SPECIFICATION.eventFields().of(Json.object("""
                {"type": "m.room.message", "content": {"body": "x"}, "sender": "@a:b", "unsigned": {}}""")))
                .isEqualTo(Json.object(
                        "{\"type\": \"m.room.message\", \"content\": {\"body\": \"x\"}, \"sender\": \"@a:b\"}"));
    }

    @Test
    void a_filter_that_says_nothing_lets_everything_through() {
        var filter = filter("{\"room\": {}, \"org.example.unknown\": 1, \"presence\": null}");

        assertThat(filter.room().includes(ROOM)).isTrue();
        assertThat(filter.room().includeLeave()).isFalse();
        assertThat(filter.room().lazyLoadMembers()).isFalse();
        assertThat(filter.room().includeRedundantMembers()).isFalse();
        assertThat(filter.room().unreadThreadNotifications()).isFalse();
        assertThat(filter.room().timeline().limit(20, 100)).isEqualTo(20);
        assertThat(filter.presence().includes("m.presence", ALICE)).isTrue();
        assertThat(filter.eventFields().isAll()).isTrue();
        assertThat(filter.eventFormat()).isEqualTo(Filter.Format.CLIENT);
    }

    @Test
    void empty_lists_let_nothing_through() {
        assertThat(filter("{\"room\": {\"rooms\": []}}").room().includes(ROOM)).isFalse();
        assertThat(filter("{\"presence\": {\"types\": []}}").presence().includes("m.presence", ALICE))
                .isFalse();
        assertThat(filter("{\"presence\": {\"senders\": []}}").presence().includes("m.presence", ALICE))
                .isFalse();
    }

    @Test
    void what_is_excluded_is_so_even_when_it_is_included() {
        var filter = filter("""
                {"presence": {"types": ["m.*"], "not_types": ["m.presence"],
                              "senders": ["@alice:example.com"], "not_senders": ["@alice:example.com"]},
                 "room": {"rooms": ["!room:example.com"], "not_rooms": ["!room:example.com"]}}""");

        assertThat(filter.presence().includes("m.presence", SPAM)).isFalse();
        assertThat(filter.presence().includes("m.other", ALICE)).isFalse();
        assertThat(filter.room().includes(ROOM)).isFalse();
    }

    @Test
    void a_star_stands_for_anything_in_a_type_and_nothing_else_does() {
        var types = filter("{\"account_data\": {\"types\": [\"org.*.x\", \"why?\"], \"not_types\": [\"*.secret.*\"]}}")
                .accountData();

        assertThat(types.includes("org.example.x")).isTrue();
        assertThat(types.includes("org..x")).isTrue();
        assertThat(types.includes("why?")).isTrue();
        assertThat(types.includes("whys")).isFalse();
        assertThat(types.includes("ORG.example.x")).isFalse();
        assertThat(types.includes("org.secret.x")).isFalse();
    }

    @Test
    void what_has_no_sender_does_not_pass_where_senders_are_named() {
        var filter = filter("{\"account_data\": {\"senders\": [\"@alice:example.com\"]}}");

        assertThat(filter.accountData().includes("m.direct")).isFalse();
        assertThat(filter.accountData().includes("m.direct", ALICE)).isTrue();
    }

    @Test
    void limits_are_bounded() {
        assertThat(timelineLimit("5")).isEqualTo(5);
        assertThat(timelineLimit("0")).isZero();
        assertThat(timelineLimit("101")).isEqualTo(100);
        assertThat(timelineLimit("9000000000000000000")).isEqualTo(100);
        assertThat(timelineLimit("null")).isEqualTo(20);
    }

    private static int timelineLimit(String limit) {
        return filter("{\"room\": {\"timeline\": {\"limit\": " + limit + "}}}")
                .room()
                .timeline()
                .limit(20, 100);
    }

    @Test
    void members_are_lazy_when_the_state_or_the_timeline_says_so() {
        assertThat(filter("{\"room\": {\"state\": {\"lazy_load_members\": true}}}")
                        .room()
                        .lazyLoadMembers())
                .isTrue();
        assertThat(filter("{\"room\": {\"timeline\": {\"lazy_load_members\": true}}}")
                        .room()
                        .lazyLoadMembers())
                .isTrue();
        assertThat(filter("{\"room\": {\"ephemeral\": {\"lazy_load_members\": true}}}")
                        .room()
                        .lazyLoadMembers())
                .isFalse();
        assertThat(filter("{\"room\": {\"state\": {\"include_redundant_members\": true}}}")
                        .room()
                        .includeRedundantMembers())
                .isTrue();
        assertThat(filter(
                                "{\"room\": {\"timeline\": {\"unread_thread_notifications\": true}, \"include_leave\": true}}")
                        .room())
                .satisfies(room -> assertThat(room.unreadThreadNotifications()).isTrue())
                .satisfies(room -> assertThat(room.includeLeave()).isTrue());
    }

    @Test
    void the_federation_format_can_be_asked_for() {
        assertThat(filter("{\"event_format\": \"federation\"}").eventFormat()).isEqualTo(Filter.Format.FEDERATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"account_data\": \"Hello World\"}",
                "{\"presence\": []}",
                "{\"room\": 1}",
                "{\"room\": {\"timeline\": true}}",
                "{\"event_format\": \"other\"}",
                "{\"event_format\": 1}",
                "{\"event_fields\": \"type\"}",
                "{\"event_fields\": [1]}",
                "{\"room\": {\"not_rooms\": [\"#foo:example.org\"]}}",
                "{\"room\": {\"rooms\": \"!room:example.org\"}}",
                "{\"room\": {\"include_leave\": \"true\"}}",
                "{\"room\": {\"state\": {\"lazy_load_members\": 1}}}",
                "{\"room\": {\"timeline\": {\"contains_url\": \"no\"}}}",
                "{\"room\": {\"timeline\": {\"limit\": -1}}}",
                "{\"room\": {\"timeline\": {\"limit\": 1.5}}}",
                "{\"room\": {\"timeline\": {\"limit\": \"10\"}}}",
                "{\"room\": {\"timeline\": {\"types\": [\"m.room.message\", 7]}}}",
                "{\"presence\": {\"senders\": [\"@bar;example.com\"]}}",
                "{\"presence\": {\"not_senders\": [\"bar\"]}}"
            })
    void what_makes_no_sense_is_refused(String json) {
        assertThatExceptionOfType(BadJson.class).isThrownBy(() -> filter(json));
    }

    @Test
    void a_refusal_says_where() {
        assertThatExceptionOfType(BadJson.class)
                .isThrownBy(() -> filter("{\"room\": {\"timeline\": {\"types\": \"m.room.message\"}}}"))
                .withMessageContaining("room.timeline.types");
    }

    private static Filter filter(String json) {
        return Filter.parse(Json.object(json));
    }
}
