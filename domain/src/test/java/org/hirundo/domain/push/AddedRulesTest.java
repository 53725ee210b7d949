package org.hirundo.domain.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hirundo.domain.push.PushFixture.event;
import static org.hirundo.domain.push.PushFixture.room;
import static org.hirundo.domain.push.PushFixture.roomOf;
import static org.hirundo.domain.push.PushFixture.roomWith;

import java.util.Optional;
import org.hirundo.domain.event.TestEvents;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.domain.push.PushDefaults.Addition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that proposals add to those of the specification: polls (MSC3930), replies (MSC3664), everything encrypted (MSC4028). */
class AddedRulesTest {

    private static final UserId ALICE = UserId.parse("@alice:example.org");
    private static final String ALICES =
            "{\"type\":\"m.room.message\",\"sender\":\"@alice:example.org\",\"content\":{}}";

    private static PushDecision decision(Addition addition, PushSubject subject, PushContext context) {
        return PushEvaluator.of(PushRuleset.of(ALICE, JsonObject.EMPTY, PushDefaults.with(addition)))
                .evaluate(subject, context);
    }

    private static PushSubject reply(String members) {
        return event("{\"type\":\"m.room.message\",\"content\":{\"body\":\"hi\",\"m.relates_to\":" + members + "}}");
    }

    private static PushCondition condition(String json) {
        return PushCondition.of(JsonParser.parseObject(json.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({
        "poll.start, 2, poll_start_one_to_one, true",
        "poll.start, 3, poll_start, true",
        "poll.end, 2, poll_end_one_to_one, true",
        "poll.end, 3, poll_end, true",
        "poll.response, 2, poll_response, false"
    })
    @Tag("easily-missed-24")
    void polls_notify_as_messages_do_and_votes_do_not(String type, long members, String rule, boolean notifies) {
        var decision = decision(
                Addition.POLLS,
                event("{\"type\":\"org.matrix.msc3381." + type + "\",\"content\":{}}"),
                roomOf(members));

        assertThat(decision.rule()).contains(".org.matrix.msc3930.rule." + rule);
        assertThat(decision.notifies()).isEqualTo(notifies);
    }

    @Test
    void a_reply_notifies_whom_it_answers() {
        var answered = TestEvents.event("$alices", ALICES);
        var reply = reply("{\"m.in_reply_to\":{\"event_id\":\"$alices\"}}");

        var decision = decision(Addition.REPLIES, reply, roomWith(answered));
        assertThat(decision.rule()).contains(".im.nheko.msc3664.reply");
        assertThat(decision.highlights()).isTrue();
        assertThat(decision(Addition.REPLIES, reply, room()).rule()).isNotEqualTo(decision.rule());
    }

    @Test
    void a_message_in_a_thread_answers_nobody_by_its_fallback() {
        var answered = TestEvents.event("$alices", ALICES);
        var fallback = reply("{\"rel_type\":\"m.thread\",\"event_id\":\"$root\",\"is_falling_back\":true,"
                + "\"m.in_reply_to\":{\"event_id\":\"$alices\"}}");

        assertThat(decision(Addition.REPLIES, fallback, roomWith(answered)).rule())
                .isNotEqualTo(Optional.of(".im.nheko.msc3664.reply"));
        assertThat(condition("{\"kind\":\"im.nheko.msc3664.related_event_match\",\"rel_type\":\"m.in_reply_to\","
                                + "\"include_fallbacks\":true}")
                        .holds(fallback, roomWith(answered)))
                .isTrue();
    }

    @Test
    void a_condition_may_be_about_the_relation_alone() {
        var condition = condition("{\"kind\":\"im.nheko.msc3664.related_event_match\",\"rel_type\":\"m.replace\"}");

        assertThat(condition.holds(reply("{\"rel_type\":\"m.replace\",\"event_id\":\"$unknown\"}"), room()))
                .isTrue();
        assertThat(condition.holds(reply("{\"rel_type\":\"m.thread\",\"event_id\":\"$unknown\"}"), room()))
                .isFalse();
        assertThat(condition.holds(event("{\"content\":{}}"), room())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"im.nheko.msc3664.related_event_match\",\"rel_type\":\"m.replace\"}",
                "{\"kind\":\"im.nheko.msc3664.related_event_match\",\"rel_type\":\"m.in_reply_to\","
                        + "\"include_fallbacks\":true,\"key\":\"content.body\",\"pattern\":\"cake\"}"
            })
    void a_condition_reads_back_as_it_was_written(String json) {
        assertThat(condition(json).toJson()).isEqualTo(JsonParser.parseObject(json.getBytes(UTF_8)));
    }

    @Test
    void everything_encrypted_is_pushed_whatever_the_room_says() {
        var rules = PushRuleset.of(ALICE, JsonObject.EMPTY, PushDefaults.with(Addition.ENCRYPTED_EVENTS))
                .put(
                        PushRuleKind.ROOM,
                        "!room:example.org",
                        JsonParser.parseObject("{\"actions\":[]}".getBytes(UTF_8)),
                        Optional.empty(),
                        Optional.empty());

        var decision =
                PushEvaluator.of(rules).evaluate(event("{\"type\":\"m.room.encrypted\",\"content\":{}}"), room());
        assertThat(decision.rule()).contains(".org.matrix.msc4028.encrypted_event");
        assertThat(decision.notifies()).isTrue();
    }
}
