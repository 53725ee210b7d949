package org.hirundo.domain.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hirundo.domain.push.PushFixture.ALICE;
import static org.hirundo.domain.push.PushRuleKind.CONTENT;
import static org.hirundo.domain.push.PushRuleKind.OVERRIDE;
import static org.hirundo.domain.push.PushRuleKind.ROOM;
import static org.hirundo.domain.push.PushRuleKind.SENDER;
import static org.hirundo.domain.push.PushRuleKind.UNDERRIDE;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.error.Unknown;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.Json;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PushRulesetTest {

    private static final PushRuleset DEFAULTS = PushRuleset.defaultsOf(ALICE);
    private static final JsonObject SILENCE = Json.object("{\"actions\": []}");
    private static final JsonObject CAKE = Json.object("""
            {"pattern": "cake", "actions": ["notify", {"set_tweak": "sound", "value": "cakealarm.wav"}]}""");

    @Test
    void a_user_has_the_rules_of_the_specification_in_its_order() throws IOException {
        var specification = specification();
        var rules = DEFAULTS.toJson().object("global").orElseThrow();

        assertThat(rules.array("override")).isEqualTo(specification.array("override"));
        assertThat(rules.array("underride")).isEqualTo(specification.array("underride"));
        assertThat(rules.array("content")).contains(Json.array("[]"));
        assertThat(rules.array("room")).contains(Json.array("[]"));
        assertThat(rules.array("sender")).contains(Json.array("[]"));
    }

    private static JsonObject specification() throws IOException {
        try (var resource = PushRulesetTest.class.getResourceAsStream("default-rules.json")) {
            return JsonParser.parseObject(resource.readAllBytes());
        }
    }

    @Test
    void the_example_rules_of_the_specification_can_be_added() {
        var rules = DEFAULTS.put(ROOM, "!dj234r78wl45Gh4D:matrix.org", SILENCE, none(), none())
                .put(SENDER, "@spambot:matrix.org", SILENCE, none(), none())
                .put(CONTENT, "SSByZWFsbHkgbGlrZSBjYWtl", CAKE, none(), none())
                .put(
                        CONTENT,
                        "U3BvbmdlIGNha2UgaXMgYmVzdA",
                        Json.object("{\"pattern\": \"cake*lie\", \"actions\": [\"notify\"]}"),
                        Optional.of("SSByZWFsbHkgbGlrZSBjYWtl"),
                        none())
                .put(OVERRIDE, "U2VlIHlvdSBpbiBUaGUgRHVrZQ", Json.object("""
                        {"conditions": [
                           {"kind": "event_match", "key": "content.body", "pattern": "beer"},
                           {"kind": "room_member_count", "is": "<=10"}],
                         "actions": ["notify", {"set_tweak": "sound", "value": "beeroclock.wav"}]}"""), none(), none());

        assertThat(ids(rules, CONTENT)).containsExactly("U3BvbmdlIGNha2UgaXMgYmVzdA", "SSByZWFsbHkgbGlrZSBjYWtl");
        assertThat(ids(rules, OVERRIDE))
                .startsWith(".m.rule.master", "U2VlIHlvdSBpbiBUaGUgRHVrZQ", ".m.rule.suppress_notices");
        assertThat(rules.rule(ROOM, "!dj234r78wl45Gh4D:matrix.org").toJson(ROOM))
                .isEqualTo(Json.object("""
                {"rule_id": "!dj234r78wl45Gh4D:matrix.org", "default": false, "enabled": true, "actions": []}"""));
        assertThat(rules.rule(CONTENT, "U3BvbmdlIGNha2UgaXMgYmVzdA").toJson(CONTENT))
                .isEqualTo(Json.object("""
                {"rule_id": "U3BvbmdlIGNha2UgaXMgYmVzdA", "default": false, "enabled": true,
                 "pattern": "cake*lie", "actions": ["notify"]}"""));
    }

    @Test
    void a_new_rule_is_the_most_important_of_the_users_own() {
        var rules = own("a", "b", "c");

        assertThat(ids(rules, UNDERRIDE)).startsWith("c", "b", "a", ".m.rule.call");
    }

    @ParameterizedTest
    @CsvSource({"c, x c b a", "b, c x b a", "a, c b x a"})
    void a_rule_can_go_just_before_another(String other, String order) {
        assertThat(ids(put(own("a", "b", "c"), "x", Optional.of(other), none()), UNDERRIDE))
                .startsWith(order.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"c, c x b a", "b, c b x a", "a, c b a x"})
    void a_rule_can_go_just_after_another(String other, String order) {
        assertThat(ids(put(own("a", "b", "c"), "x", none(), Optional.of(other)), UNDERRIDE))
                .startsWith(order.split(" "));
    }

    @Test
    void before_counts_when_both_are_given() {
        assertThat(ids(put(own("a", "b", "c"), "x", Optional.of("a"), Optional.of("c")), UNDERRIDE))
                .startsWith("c", "b", "x", "a");
    }

    @Test
    void a_changed_rule_stays_where_and_as_enabled_as_it_was() {
        var rules = own("a", "b", "c").withEnabled(UNDERRIDE, "b", false);
        var changed = rules.put(UNDERRIDE, "b", Json.object("{\"actions\": [\"notify\"]}"), none(), none());

        assertThat(ids(changed, UNDERRIDE)).startsWith("c", "b", "a");
        assertThat(changed.rule(UNDERRIDE, "b").enabled()).isFalse();
        assertThat(changed.rule(UNDERRIDE, "b").actions().notifies()).isTrue();
        assertThat(changed.rules(UNDERRIDE)).hasSameSizeAs(rules.rules(UNDERRIDE));
    }

    @Test
    void a_changed_rule_can_move() {
        assertThat(ids(put(own("a", "b", "c"), "a", Optional.of("c"), none()), UNDERRIDE))
                .startsWith("a", "c", "b");
        assertThat(ids(put(own("a", "b", "c"), "c", none(), Optional.of("a")), UNDERRIDE))
                .startsWith("b", "a", "c");
    }

    @Test
    void there_must_be_the_rule_that_another_is_placed_by() {
        assertThatExceptionOfType(Unknown.class)
                .isThrownBy(() -> put(own("a"), "x", Optional.of("someRuleId"), none()))
                .withMessage("before/after rule not found: someRuleId");
        assertThatExceptionOfType(Unknown.class).isThrownBy(() -> put(own("a"), "x", none(), Optional.of("b")));
        assertThatExceptionOfType(Unknown.class).isThrownBy(() -> put(own("a"), "a", Optional.of("a"), none()));
        assertThatExceptionOfType(Unknown.class)
                .isThrownBy(() -> own("a").put(OVERRIDE, "x", SILENCE, Optional.of("a"), none()));
    }

    @Test
    void no_rule_is_placed_by_a_rule_of_the_server() {
        assertThatExceptionOfType(InvalidParam.class)
                .isThrownBy(() -> put(own("a"), "x", none(), Optional.of(".m.rule.message")));
        assertThatExceptionOfType(InvalidParam.class)
                .isThrownBy(() -> DEFAULTS.put(OVERRIDE, "x", SILENCE, Optional.of(".m.rule.master"), none()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".mine", ".m.rule.master", "a/b", "a\\b", "."})
    void some_ids_are_not_for_users(String id) {
        assertThatExceptionOfType(InvalidParam.class)
                .isThrownBy(() -> DEFAULTS.put(OVERRIDE, id, SILENCE, none(), none()));
    }

    @Test
    void an_id_has_at_most_255_bytes() {
        var longest = "x".repeat(251) + "\uD83D\uDC26";
        assertThat(DEFAULTS.put(OVERRIDE, longest, SILENCE, none(), none())
                        .rule(OVERRIDE, longest)
                        .isDefault())
                .isFalse();
        assertThatExceptionOfType(InvalidParam.class)
                .isThrownBy(() -> DEFAULTS.put(OVERRIDE, longest + "x", SILENCE, none(), none()));
    }

    @ParameterizedTest
    @EnumSource(value = PushRuleKind.class, mode = EnumSource.Mode.EXCLUDE, names = "POSTCONTENT")
    void a_rule_has_actions(PushRuleKind kind) {
        assertThatExceptionOfType(MissingParam.class)
                .isThrownBy(() -> DEFAULTS.put(kind, "x", Json.object("{\"pattern\": \"p\"}"), none(), none()));
        assertThatExceptionOfType(BadJson.class)
                .isThrownBy(() -> DEFAULTS.put(
                        kind, "x", Json.object("{\"pattern\": \"p\", \"actions\": \"notify\"}"), none(), none()));
        assertThatExceptionOfType(BadJson.class)
                .isThrownBy(() ->
                        DEFAULTS.put(kind, "x", Json.object("{\"pattern\": \"p\", \"actions\": [1]}"), none(), none()));
    }

    @Test
    void a_content_rule_has_a_pattern() {
        assertThatExceptionOfType(MissingParam.class)
                .isThrownBy(() -> DEFAULTS.put(CONTENT, "x", SILENCE, none(), none()));
        assertThatExceptionOfType(BadJson.class)
                .isThrownBy(() ->
                        DEFAULTS.put(CONTENT, "x", Json.object("{\"actions\": [], \"pattern\": 1}"), none(), none()));
        assertThatExceptionOfType(InvalidParam.class)
                .isThrownBy(
                        () -> DEFAULTS.put(CONTENT, "x", SILENCE.with("pattern", "*a".repeat(300)), none(), none()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[1]", "[{}]", "[{\"kind\": 1}]", "\"x\""})
    void conditions_are_objects_with_a_kind(String conditions) {
        assertThatExceptionOfType(BadJson.class)
                .isThrownBy(() -> DEFAULTS.put(
                        OVERRIDE,
                        "x",
                        Json.object("{\"actions\": [], \"conditions\": " + conditions + "}"),
                        none(),
                        none()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\": \"event_match\", \"key\": \"type\"}",
                "{\"kind\": \"room_member_count\", \"is\": \"many\"}",
                "{\"kind\": \"event_property_is\", \"key\": \"type\", \"value\": {}}"
            })
    void known_conditions_have_their_parameters(String condition) {
        assertThatExceptionOfType(InvalidParam.class)
                .isThrownBy(() -> DEFAULTS.put(
                        UNDERRIDE,
                        "x",
                        Json.object("{\"actions\": [], \"conditions\": [" + condition + "]}"),
                        none(),
                        none()));
    }

    @Test
    void unknown_conditions_and_members_of_other_kinds_do_no_harm() {
        var body = Json.object("""
                {"actions": [], "pattern": "ignored",
                 "conditions": [{"kind": "org.example.moon_phase", "phase": "full"}]}""");

        assertThat(DEFAULTS.put(OVERRIDE, "x", body, none(), none())
                        .rule(OVERRIDE, "x")
                        .toJson(OVERRIDE))
                .isEqualTo(Json.object("""
                        {"rule_id": "x", "default": false, "enabled": true, "actions": [],
                         "conditions": [{"kind": "org.example.moon_phase", "phase": "full"}]}"""));
        assertThat(DEFAULTS.put(ROOM, "!x:y", body, none(), none())
                        .rule(ROOM, "!x:y")
                        .toJson(ROOM))
                .isEqualTo(
                        Json.object("{\"rule_id\": \"!x:y\", \"default\": false, \"enabled\": true, \"actions\": []}"));
    }

    @Test
    void own_rules_can_be_removed() {
        var rules = own("a", "b", "c").without(UNDERRIDE, "b");

        assertThat(ids(rules, UNDERRIDE)).startsWith("c", "a", ".m.rule.call");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> rules.without(UNDERRIDE, "b"));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> rules.without(OVERRIDE, "a"));
    }

    @Test
    void rules_of_the_server_cannot_be_removed() {
        assertThatExceptionOfType(InvalidParam.class).isThrownBy(() -> DEFAULTS.without(OVERRIDE, ".m.rule.master"));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> DEFAULTS.without(CONTENT, ".m.rule.master"));
    }

    @Test
    void rules_of_the_server_can_be_switched_and_given_other_actions() {
        var rules = DEFAULTS.withEnabled(OVERRIDE, ".m.rule.master", true)
                .withActions(UNDERRIDE, ".m.rule.message", Json.object("{\"actions\": [\"dont_notify\"]}"));

        assertThat(rules.rule(OVERRIDE, ".m.rule.master").enabled()).isTrue();
        assertThat(rules.rule(UNDERRIDE, ".m.rule.message").actions().notifies())
                .isFalse();
        assertThat(rules.rule(UNDERRIDE, ".m.rule.message").isDefault()).isTrue();
        assertThat(DEFAULTS.rule(OVERRIDE, ".m.rule.master").enabled()).isFalse();
    }

    @Test
    void what_is_not_there_cannot_be_changed() {
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> DEFAULTS.withEnabled(CONTENT, "x", true))
                .withMessage("The push rule was not found.");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> DEFAULTS.withActions(CONTENT, "x", SILENCE));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> DEFAULTS.rule(UNDERRIDE, ".m.rule.contains_user_name"));
        assertThatExceptionOfType(MissingParam.class)
                .isThrownBy(() -> DEFAULTS.withActions(UNDERRIDE, ".m.rule.message", JsonObject.EMPTY));
    }

    @Test
    void only_what_the_user_changed_is_kept() {
        assertThat(DEFAULTS.changes()).isEqualTo(Json.object("""
                {"global": {"override": [], "content": [], "room": [], "sender": [], "underride": []}}"""));

        var rules = own("a").withEnabled(UNDERRIDE, ".m.rule.call", false);
        var kept = rules.changes().object("global").orElseThrow();

        assertThat(kept.array("underride").orElseThrow().objectsIn().map(rule -> rule.string("rule_id")
                        .orElseThrow()))
                .containsExactly("a", ".m.rule.call");
        assertThat(kept.array("override")).contains(Json.array("[]"));
    }

    @Test
    void what_was_changed_and_changed_back_is_not_kept() {
        var rules = DEFAULTS.withEnabled(UNDERRIDE, ".m.rule.call", false).withEnabled(UNDERRIDE, ".m.rule.call", true);

        assertThat(rules.changes()).isEqualTo(DEFAULTS.changes());
    }

    @Test
    void rules_of_another_day_keep_the_users_changes_and_get_the_rules_of_today() {
        var stored = Json.object("""
                {"global": {
                  "override": [
                    {"rule_id": ".m.rule.master", "default": true, "enabled": true, "conditions": [], "actions": ["dont_notify"]},
                    {"rule_id": ".m.rule.contains_display_name", "default": true, "enabled": true,
                     "conditions": [{"kind": "contains_display_name"}], "actions": ["notify"]}],
                  "content": [
                    {"rule_id": ".m.rule.contains_user_name", "default": true, "enabled": true, "pattern": "alice",
                     "actions": ["notify"]},
                    {"rule_id": "mine", "default": false, "enabled": false, "pattern": "cake", "actions": ["notify"]}],
                  "underride": [
                    {"rule_id": ".m.rule.message", "default": true, "enabled": true,
                     "conditions": [{"kind": "event_match", "key": "type", "pattern": "org.example.evil"}],
                     "actions": ["notify", {"set_tweak": "sound", "value": "x"}]}]}}""");

        var rules = PushRuleset.of(ALICE, stored);

        assertThat(ids(rules, OVERRIDE)).isEqualTo(ids(DEFAULTS, OVERRIDE));
        assertThat(rules.rule(OVERRIDE, ".m.rule.master").enabled()).isTrue();
        assertThat(ids(rules, CONTENT)).containsExactly("mine");
        assertThat(rules.rule(CONTENT, "mine").enabled()).isFalse();
        assertThat(rules.rule(UNDERRIDE, ".m.rule.message").actions().sound()).contains("x");
        assertThat(rules.rule(UNDERRIDE, ".m.rule.message").conditions())
                .isEqualTo(DEFAULTS.rule(UNDERRIDE, ".m.rule.message").conditions());
    }

    @Test
    void a_user_has_a_bounded_number_of_rules() {
        var rules = DEFAULTS;
        for (int i = 0; i < 60; i++) {
            rules = rules.put(ROOM, "!room" + i + ":x", SILENCE, none(), none());
        }
        assertThat(rules.rules(ROOM)).hasSize(60);

        var full = PushRuleset.of(
                ALICE,
                Json.object("{\"global\": {\"room\": ["
                        + "{\"rule_id\": \"a\", \"actions\": []},".repeat(PushRuleset.MAX_OWN_RULES)
                        + "{\"rule_id\": \"b\", \"actions\": []}]}}"));
        assertThatExceptionOfType(InvalidParam.class)
                .isThrownBy(() -> full.put(ROOM, "!one:more", SILENCE, none(), none()));
        assertThat(full.put(ROOM, "b", Json.object("{\"actions\": [\"notify\"]}"), none(), none())
                        .rule(ROOM, "b")
                        .actions()
                        .notifies())
                .isTrue();
    }

    private static PushRuleset own(String... ids) {
        var rules = DEFAULTS;
        for (var id : ids) {
            rules = put(rules, id, none(), none());
        }
        return rules;
    }

    private static PushRuleset put(PushRuleset rules, String id, Optional<String> before, Optional<String> after) {
        return rules.put(UNDERRIDE, id, SILENCE, before, after);
    }

    private static List<String> ids(PushRuleset rules, PushRuleKind kind) {
        return rules.rules(kind).stream().map(PushRule::id).toList();
    }

    private static Optional<String> none() {
        return Optional.empty();
    }

    @Test
    void rules_about_a_room_are_repeated_for_another() {
        var mention = Json.object("""
                {"conditions": [{"kind": "event_match", "key": "room_id", "pattern": "!old:x"},
                                {"kind": "room_member_count", "is": "2"}], "actions": ["notify"]}""");
        var rules = DEFAULTS.put(ROOM, "!old:x", SILENCE, none(), none())
                .put(ROOM, "!other:x", SILENCE, none(), none())
                .put(OVERRIDE, "!old:x", mention, none(), none())
                .put(UNDERRIDE, "mine", mention, none(), none())
                .withEnabled(UNDERRIDE, "mine", false);

        var both = rules.alsoFor(RoomId.parse("!new:x"), RoomId.parse("!old:x"));

        assertThat(ids(both, ROOM)).containsExactly("!other:x", "!old:x", "!new:x");
        assertThat(both.rule(ROOM, "!new:x").actions())
                .isEqualTo(rules.rule(ROOM, "!old:x").actions());
        assertThat(both.rule(OVERRIDE, "!new:x").toJson(OVERRIDE)).isEqualTo(Json.object("""
                {"rule_id": "!new:x", "default": false, "enabled": true, "actions": ["notify"],
                 "conditions": [{"kind": "event_match", "key": "room_id", "pattern": "!new:x"},
                                {"kind": "room_member_count", "is": "2"}]}"""));
        assertThat(both.rule(UNDERRIDE, "mine_!new:x").enabled()).isFalse();
        assertThat(both.alsoFor(RoomId.parse("!new:x"), RoomId.parse("!old:x")).changes())
                .isEqualTo(both.changes());
    }
}
