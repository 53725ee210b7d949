package org.hirundo.domain.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hirundo.domain.push.PushFixture.ALICE;
import static org.hirundo.domain.push.PushFixture.decide;
import static org.hirundo.domain.push.PushFixture.event;
import static org.hirundo.domain.push.PushFixture.message;
import static org.hirundo.domain.push.PushFixture.room;
import static org.hirundo.domain.push.PushFixture.roomOf;
import static org.hirundo.domain.push.PushFixture.roomWithPowerLevels;
import static org.hirundo.domain.push.PushRuleKind.CONTENT;
import static org.hirundo.domain.push.PushRuleKind.OVERRIDE;
import static org.hirundo.domain.push.PushRuleKind.ROOM;
import static org.hirundo.domain.push.PushRuleKind.SENDER;
import static org.hirundo.domain.push.PushRuleKind.UNDERRIDE;

import java.util.Optional;
import org.hirundo.domain.json.Json;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PushEvaluatorTest {

    private static final PushRuleset DEFAULTS = PushRuleset.defaultsOf(ALICE);

    @Test
    @Tag("easily-missed-24")
    void a_message_notifies_silently() {
        var decision = decide(DEFAULTS, message("hello"), room());

        assertThat(decision.rule()).contains(".m.rule.message");
        assertThat(decision.notifies()).isTrue();
        assertThat(decision.highlights()).isFalse();
        assertThat(decision.actions().sound()).isEmpty();
    }

    @Test
    @Tag("easily-missed-24")
    void a_message_between_two_sounds() {
        var decision = decide(DEFAULTS, message("hello"), roomOf(2));

        assertThat(decision.rule()).contains(".m.rule.room_one_to_one");
        assertThat(decision.actions().sound()).contains("default");
    }

    @Test
    void an_encrypted_event_notifies_whatever_it_is() {
        var encrypted = event("{\"type\": \"m.room.encrypted\"}");

        assertThat(decide(DEFAULTS, encrypted, room()).rule()).contains(".m.rule.encrypted");
        assertThat(decide(DEFAULTS, encrypted, roomOf(2)).rule()).contains(".m.rule.encrypted_room_one_to_one");
    }

    @Test
    void a_call_rings() {
        assertThat(decide(DEFAULTS, event("{\"type\": \"m.call.invite\"}"), room())
                        .actions()
                        .sound())
                .contains("ring");
    }

    @Test
    void nobody_is_notified_of_what_they_sent_themselves() {
        var own = event("""
                {"sender": "@alice:example.org", "content": {"m.mentions": {"user_ids": ["@alice:example.org"]}}}""");

        assertThat(decide(DEFAULTS, own, room())).isEqualTo(PushDecision.NONE);
    }

    @Test
    @Tag("easily-missed-24")
    void a_mention_highlights() {
        var mention = event("""
                {"content": {"msgtype": "m.text", "body": "Hello Alice!",
                             "m.mentions": {"user_ids": ["@alice:example.org"]}}}""");
        var decision = decide(DEFAULTS, mention, room());

        assertThat(decision.rule()).contains(".m.rule.is_user_mention");
        assertThat(decision.highlights()).isTrue();
        assertThat(decision.actions().sound()).contains("default");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"body\": \"@alice:example.org alice\", \"m.mentions\": {}}",
                "{\"body\": \"alice\", \"m.mentions\": {\"user_ids\": \"@alice:example.org\"}}",
                "{\"body\": \"alice\", \"m.mentions\": {\"user_ids\": [\"@ALICE:example.org\"]}}",
                "{\"body\": \"@room\", \"m.mentions\": {\"room\": \"true\"}}",
                "{\"body\": \"@room\", \"m.mentions\": {\"room\": false}}",
                "{\"body\": \"@room\"}"
            })
    @Tag("easily-missed-24")
    void nothing_but_a_mention_is_one(String content) {
        var decision = decide(
                DEFAULTS,
                event("{\"content\": " + content + "}"),
                roomWithPowerLevels("{\"users\": {\"@bob:example.org\": 100}}"));

        assertThat(decision.rule()).contains(".m.rule.message");
        assertThat(decision.highlights()).isFalse();
    }

    @Test
    @Tag("easily-missed-24")
    void who_has_the_power_can_mention_the_room() {
        var mention = event("{\"content\": {\"body\": \"all\", \"m.mentions\": {\"room\": true}}}");

        assertThat(decide(DEFAULTS, mention, roomWithPowerLevels("{\"users\": {\"@bob:example.org\": 50}}"))
                        .rule())
                .contains(".m.rule.is_room_mention");
        assertThat(decide(DEFAULTS, mention, roomWithPowerLevels("{}")).rule()).contains(".m.rule.message");
    }

    @Test
    void an_invitation_notifies_the_one_who_is_invited() {
        var forMe = event("""
                {"type": "m.room.member", "state_key": "@alice:example.org", "content": {"membership": "invite"}}""");
        var forAnother = event("""
                {"type": "m.room.member", "state_key": "@carol:example.org", "content": {"membership": "invite"}}""");
        var join = event("""
                {"type": "m.room.member", "state_key": "@alice:example.org", "content": {"membership": "join"}}""");

        assertThat(decide(DEFAULTS, forMe, room()).rule()).contains(".m.rule.invite_for_me");
        assertThat(decide(DEFAULTS, forMe, room()).notifies()).isTrue();
        assertThat(decide(DEFAULTS, forAnother, room()).rule()).contains(".m.rule.member_event");
        assertThat(decide(DEFAULTS, join, room()).notifies()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"content\": {\"msgtype\": \"m.notice\", \"body\": \"beep\"}}",
                "{\"type\": \"m.reaction\", \"content\": {\"m.relates_to\": {\"rel_type\": \"m.annotation\"}}}",
                "{\"type\": \"m.room.server_acl\", \"state_key\": \"\"}",
                "{\"content\": {\"body\": \"* fixed\", \"m.relates_to\": {\"rel_type\": \"m.replace\"}}}",
                "{\"type\": \"m.room.topic\", \"state_key\": \"\"}",
                "{\"type\": \"org.example.custom\"}"
            })
    @Tag("easily-missed-24")
    void some_events_do_not_notify(String event) {
        assertThat(decide(DEFAULTS, event(event), room()).notifies()).isFalse();
    }

    @Test
    void the_end_of_a_room_highlights_when_it_is_state() {
        assertThat(decide(DEFAULTS, event("{\"type\": \"m.room.tombstone\", \"state_key\": \"\"}"), room())
                        .highlights())
                .isTrue();
        assertThat(decide(DEFAULTS, event("{\"type\": \"m.room.tombstone\"}"), room())
                        .notifies())
                .isFalse();
    }

    @Test
    void the_master_rule_silences_everything_and_the_users_own_rules() {
        var rules = put(DEFAULTS, OVERRIDE, "all", "{\"actions\": [\"notify\"]}")
                .withEnabled(OVERRIDE, ".m.rule.master", true);

        assertThat(decide(rules, message("hello"), room()).rule()).contains(".m.rule.master");
        assertThat(decide(rules, message("hello"), room()).notifies()).isFalse();
    }

    @Test
    void kinds_are_looked_at_in_their_order() {
        var everything = put(
                put(
                        put(
                                put(
                                        put(DEFAULTS, UNDERRIDE, "underride", "{\"actions\": []}"),
                                        SENDER,
                                        "@bob:example.org",
                                        "{\"actions\": []}"),
                                ROOM,
                                "!room:example.org",
                                "{\"actions\": []}"),
                        CONTENT,
                        "content",
                        "{\"actions\": [], \"pattern\": \"hello\"}"),
                OVERRIDE,
                "override",
                "{\"actions\": []}");
        var hello = message("hello");

        assertThat(decide(everything, hello, room()).rule()).contains("override");
        var noOverride = everything.without(OVERRIDE, "override");
        assertThat(decide(noOverride, hello, room()).rule()).contains("content");
        var noContent = noOverride.without(CONTENT, "content");
        assertThat(decide(noContent, hello, room()).rule()).contains("!room:example.org");
        var noRoom = noContent.without(ROOM, "!room:example.org");
        assertThat(decide(noRoom, hello, room()).rule()).contains("@bob:example.org");
        var noSender = noRoom.without(SENDER, "@bob:example.org");
        assertThat(decide(noSender, hello, room()).rule()).contains("underride");
        var noUnderride = noSender.without(UNDERRIDE, "underride");
        assertThat(decide(noUnderride, hello, room()).rule()).contains(".m.rule.message");
    }

    @Test
    void of_two_rules_that_match_the_more_important_decides() {
        var tea = put(DEFAULTS, CONTENT, "tea", "{\"actions\": [], \"pattern\": \"tea\"}");
        var time = put(tea, CONTENT, "time", "{\"actions\": [\"notify\"], \"pattern\": \"time\"}");

        assertThat(decide(time, message("It's time for tea"), room()).rule()).contains("time");
        assertThat(decide(time, message("Tea, please"), room()).rule()).contains("tea");
    }

    @Test
    void disabled_rules_never_match() {
        var rules = put(DEFAULTS, CONTENT, "tea", "{\"actions\": [], \"pattern\": \"tea\"}")
                .withEnabled(CONTENT, "tea", false)
                .withEnabled(UNDERRIDE, ".m.rule.message", false);

        assertThat(decide(rules, message("tea"), room())).isEqualTo(PushDecision.NONE);
    }

    @Test
    void all_conditions_must_hold_and_one_unknown_disables_the_rule() {
        var rules = put(DEFAULTS, OVERRIDE, "x", """
                {"actions": [], "conditions": [
                  {"kind": "event_match", "key": "type", "pattern": "m.room.message"},
                  {"kind": "org.example.moon_phase"}]}""");

        assertThat(decide(rules, message("hello"), room()).rule()).contains(".m.rule.message");
    }

    @Test
    void beer_sounds_in_small_rooms() {
        var rules = put(DEFAULTS, OVERRIDE, "U2VlIHlvdSBpbiBUaGUgRHVrZQ", """
                {"conditions": [
                   {"kind": "event_match", "key": "content.body", "pattern": "beer"},
                   {"kind": "room_member_count", "is": "<=10"}],
                 "actions": ["notify", {"set_tweak": "sound", "value": "beeroclock.wav"}]}""");

        assertThat(decide(rules, message("Beer?"), roomOf(10)).actions().sound())
                .contains("beeroclock.wav");
        assertThat(decide(rules, message("Beer?"), roomOf(11)).actions().sound())
                .isEmpty();
        assertThat(decide(rules, message("Beers?"), roomOf(10)).actions().sound())
                .isEmpty();
    }

    @Test
    void changed_actions_of_a_default_rule_decide() {
        var rules = DEFAULTS.withActions(UNDERRIDE, ".m.rule.message", Json.object("{\"actions\": []}"));

        assertThat(decide(rules, message("hello"), room()).notifies()).isFalse();
    }

    private static PushRuleset put(PushRuleset rules, PushRuleKind kind, String id, String body) {
        return rules.put(kind, id, Json.object(body), Optional.empty(), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "Hello alice!, .m.rule.contains_user_name",
        "Hello @alice:example.org!, .m.rule.contains_user_name",
        "malice, .m.rule.message",
        "dinner @room, .m.rule.roomnotif"
    })
    void mentions_in_the_text_count_where_the_server_wants_it(String body, String rule) {
        var legacy = PushRuleset.of(ALICE, JsonObject.EMPTY, PushDefaults.WITH_LEGACY_MENTIONS);
        var said = event("{\"content\": {\"msgtype\": \"m.text\", \"body\": \"" + body + "\"}}");
        var explicit =
                event("{\"content\": {\"msgtype\": \"m.text\", \"body\": \"" + body + "\", \"m.mentions\": {}}}");
        var power = roomWithPowerLevels("{\"users_default\": 50}");

        assertThat(decide(legacy, said, power).rule()).contains(rule);
        assertThat(decide(legacy, said, power).highlights()).isEqualTo(!rule.equals(".m.rule.message"));
        assertThat(decide(legacy, explicit, power).rule()).contains(".m.rule.message");
        assertThat(decide(DEFAULTS, said, power).rule()).contains(".m.rule.message");
    }

    @Test
    void legacy_rules_are_changed_and_kept_like_others() {
        var legacy = PushRuleset.of(ALICE, JsonObject.EMPTY, PushDefaults.WITH_LEGACY_MENTIONS);
        var changed = legacy.withEnabled(CONTENT, ".m.rule.contains_user_name", false);
        var read = PushRuleset.of(ALICE, changed.changes(), PushDefaults.WITH_LEGACY_MENTIONS);

        assertThat(legacy.changes()).isEqualTo(DEFAULTS.changes());
        assertThat(read.rule(CONTENT, ".m.rule.contains_user_name").enabled()).isFalse();
        assertThat(read.toJson()).isEqualTo(changed.toJson());
    }
}
