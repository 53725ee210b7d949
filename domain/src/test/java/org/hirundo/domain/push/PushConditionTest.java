package org.hirundo.domain.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hirundo.domain.push.PushFixture.event;
import static org.hirundo.domain.push.PushFixture.holds;
import static org.hirundo.domain.push.PushFixture.message;
import static org.hirundo.domain.push.PushFixture.room;
import static org.hirundo.domain.push.PushFixture.roomAs;
import static org.hirundo.domain.push.PushFixture.roomOf;
import static org.hirundo.domain.push.PushFixture.roomOfBob;
import static org.hirundo.domain.push.PushFixture.roomWithPowerLevels;

import org.hirundo.domain.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PushConditionTest {

    private static final String TOPIC = """
            {"kind": "event_match", "key": "content.topic", "pattern": "lunc?*"}""";
    private static final String FEDERATE = """
            {"kind": "event_property_is", "key": "content.m\\\\.federate", "value": true}""";
    private static final String ALIAS = """
            {"kind": "event_property_contains", "key": "content.alt_aliases", "value": "#myroom:example.com"}""";

    @ParameterizedTest
    @ValueSource(strings = {"\"Lunch plans\"", "\"LUNCH\""})
    void event_match_matches_the_topics_of_the_specification(String topic) {
        assertThat(holds(TOPIC, event("{\"content\": {\"topic\": " + topic + "}}")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\" lunch\"", "\"lunc\"", "null", "1", "[\"lunch\"]", "{\"lunch\": \"lunch\"}"})
    void event_match_does_not_match_the_others(String topic) {
        assertThat(holds(TOPIC, event("{\"content\": {\"topic\": " + topic + "}}")))
                .isFalse();
    }

    @Test
    void event_match_does_not_match_what_is_absent_even_by_a_star() {
        var condition = "{\"kind\": \"event_match\", \"key\": \"content.topic\", \"pattern\": \"*\"}";

        assertThat(holds(condition, event("{}"))).isFalse();
        assertThat(holds(condition, event("{\"content\": {\"topic\": \"\"}}"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"An example event.", "exple", "An exciting triple-whammy"})
    void event_match_finds_words_in_the_body(String body) {
        assertThat(holds(
                        "{\"kind\": \"event_match\", \"key\": \"content.body\", \"pattern\": \"ex*ple\"}",
                        message(body)))
                .isTrue();
    }

    @Test
    void the_body_is_the_body_however_the_path_is_written_and_no_other_property_is() {
        var words = message("some cake please");

        assertThat(holds("{\"kind\": \"event_match\", \"key\": \"content.body\", \"pattern\": \"cake\"}", words))
                .isTrue();
        assertThat(holds(
                        "{\"kind\": \"event_match\", \"key\": \"content.text\", \"pattern\": \"cake\"}",
                        event("{\"content\": {\"text\": \"some cake please\"}}")))
                .isFalse();
        assertThat(holds(
                        "{\"kind\": \"event_match\", \"key\": \"content\\\\.body\", \"pattern\": \"cake\"}",
                        event("{\"content.body\": \"some cake please\"}")))
                .isFalse();
    }

    @Test
    void a_body_that_is_no_string_has_no_words() {
        assertThat(holds(
                        "{\"kind\": \"event_match\", \"key\": \"content.body\", \"pattern\": \"*\"}",
                        event("{\"content\": {\"body\": {\"body\": \"x\"}}}")))
                .isFalse();
    }

    @Test
    void rules_see_the_id_and_the_room_of_an_event() {
        assertThat(holds("{\"kind\": \"event_match\", \"key\": \"event_id\", \"pattern\": \"$event\"}", event("{}")))
                .isTrue();
        assertThat(holds("{\"kind\": \"event_match\", \"key\": \"room_id\", \"pattern\": \"!room:*\"}", event("{}")))
                .isTrue();
    }

    @Test
    void event_property_is_matches_the_event_of_the_specification() {
        assertThat(holds(FEDERATE, event("""
                {"content": {"m.federate": true, "room_version": "1"}, "state_key": "", "type": "m.room.create"}"""))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"true\"", "1", "false", "null", "[true]", "{}"})
    void event_property_is_does_not_cast(String value) {
        assertThat(holds(FEDERATE, event("{\"content\": {\"m.federate\": " + value + "}}")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"text\"", "9007199254740991", "-9007199254740991", "false", "null"})
    void event_property_is_takes_strings_integers_booleans_and_null(String value) {
        var condition = "{\"kind\": \"event_property_is\", \"key\": \"content.x\", \"value\": " + value + "}";

        assertThat(holds(condition, event("{\"content\": {\"x\": " + value + "}}")))
                .isTrue();
        assertThat(holds(condition, event("{}"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9007199254740992", "1.5", "[]", "{}", "[1]"})
    void event_property_is_takes_nothing_else(String value) {
        var condition = "{\"kind\": \"event_property_is\", \"key\": \"content.x\", \"value\": " + value + "}";

        assertThat(holds(condition, event("{\"content\": {\"x\": " + value + "}}")))
                .isFalse();
    }

    @Test
    void event_property_contains_matches_the_event_of_the_specification() {
        assertThat(holds(ALIAS, event("""
                {"content": {"alias": "#somewhere:localhost",
                             "alt_aliases": ["#somewhere:example.org", "#myroom:example.com"]},
                 "state_key": "", "type": "m.room.canonical_alias"}"""))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\":example.com\"]",
                "[\"#MYROOM:example.com\"]",
                "\"#myroom:example.com\"",
                "[]",
                "[[\"#myroom:example.com\"]]"
            })
    void event_property_contains_does_not_match_others(String aliases) {
        assertThat(holds(ALIAS, event("{\"content\": {\"alt_aliases\": " + aliases + "}}")))
                .isFalse();
    }

    @Test
    void contains_display_name_finds_the_name_as_words_and_not_as_a_pattern() {
        var condition = "{\"kind\": \"contains_display_name\"}";
        var starry = roomAs("*");
        var nameless = roomAs(" ");

        assertThat(holds(condition, message("hello alice liddell!"), room())).isTrue();
        assertThat(holds(condition, message("hello alice"), room())).isFalse();
        assertThat(holds(condition, message("malice liddell"), room())).isFalse();
        assertThat(holds(condition, message("hello"), starry)).isFalse();
        assertThat(holds(condition, message("* waves"), starry)).isTrue();
        assertThat(holds(condition, message("hello you"), nameless)).isFalse();
        assertThat(holds(condition, message("hello you"), roomOf(2))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2, 2, true", "2, 3, false", "==2, 2, true", "==2, 1, false",
        "<10, 9, true", "<10, 10, false", "<=10, 10, true", "<=10, 11, false",
        ">10, 11, true", ">10, 10, false", ">=10, 10, true", ">=10, 9, false",
        "02, 2, true"
    })
    void room_member_count_compares(String is, long members, boolean holds) {
        assertThat(holds("{\"kind\": \"room_member_count\", \"is\": \"" + is + "\"}", event("{}"), roomOf(members)))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"=2\"",
                "\"!=2\"",
                "\"two\"",
                "\"-2\"",
                "\"2 \"",
                "\"< 3\"",
                "2",
                "\"<>3\"",
                "\"99999999999999999999\""
            })
    void room_member_count_that_makes_no_sense_never_holds(String is) {
        assertThat(holds("{\"kind\": \"room_member_count\", \"is\": " + is + "}", event("{}"), roomOf(2)))
                .isFalse();
    }

    @Test
    void sender_notification_permission_asks_the_power_levels() {
        var condition = "{\"kind\": \"sender_notification_permission\", \"key\": \"room\"}";
        var message = message("@room");

        assertThat(holds(condition, message, roomWithPowerLevels("{}"))).isFalse();
        assertThat(holds(condition, message, roomOfBob())).isTrue();
        assertThat(holds(condition, message, roomWithPowerLevels("{\"users\": {\"@bob:example.org\": 50}}")))
                .isTrue();
        assertThat(holds(condition, message, roomWithPowerLevels("{\"users\": {\"@bob:example.org\": 49}}")))
                .isFalse();
        assertThat(holds(condition, message, roomWithPowerLevels("{\"notifications\": {\"room\": 0}}")))
                .isTrue();
        assertThat(holds(
                        condition,
                        message,
                        roomWithPowerLevels("{\"users_default\": 20, \"notifications\": {\"room\": 20}}")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"kind\": 1}",
                "{\"kind\": \"org.example.unheard_of\"}",
                "{\"kind\": \"event_match\", \"key\": \"type\"}",
                "{\"kind\": \"event_match\", \"pattern\": \"*\"}",
                "{\"kind\": \"event_match\", \"key\": \"type\", \"pattern\": 1}",
                "{\"kind\": \"event_property_is\", \"key\": \"type\"}",
                "{\"kind\": \"sender_notification_permission\"}"
            })
    void what_is_not_known_never_holds_and_is_kept(String condition) {
        assertThat(holds(condition, event("{}"))).isFalse();
        assertThat(PushCondition.of(Json.object(condition)).toJson()).isEqualTo(Json.object(condition));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\": \"event_match\", \"key\": \"content.m\\\\.relates_to.x\", \"pattern\": \"A*?\"}",
                "{\"kind\": \"event_match\", \"key\": \"content.body\", \"pattern\": \"Cake\"}",
                "{\"kind\": \"event_property_is\", \"key\": \"type\", \"value\": null}",
                "{\"kind\": \"event_property_contains\", \"key\": \"content.list\", \"value\": 3}",
                "{\"kind\": \"contains_display_name\"}",
                "{\"kind\": \"room_member_count\", \"is\": \">=02\"}",
                "{\"kind\": \"sender_notification_permission\", \"key\": \"room\"}"
            })
    void what_is_read_is_written_again(String condition) {
        assertThat(PushCondition.of(Json.object(condition)).toJson()).isEqualTo(Json.object(condition));
    }
}
