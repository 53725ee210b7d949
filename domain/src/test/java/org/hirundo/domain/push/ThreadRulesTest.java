package org.hirundo.domain.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hirundo.domain.push.PushFixture.event;
import static org.hirundo.domain.push.PushFixture.message;
import static org.hirundo.domain.push.PushFixture.room;
import static org.hirundo.domain.push.PushFixture.roomWithSubscription;

import java.util.Optional;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.junit.jupiter.api.Test;

/** The rules about threads that users subscribed to (MSC4306). */
class ThreadRulesTest {

    private static final UserId ALICE = UserId.parse("@alice:example.org");
    private static final PushDefaults WITH_THREADS = PushDefaults.with(PushDefaults.Addition.THREAD_SUBSCRIPTIONS);
    private static final String SUBSCRIBED = ".io.element.msc4306.rule.subscribed_thread";
    private static final String UNSUBSCRIBED = ".io.element.msc4306.rule.unsubscribed_thread";

    private final PushRuleset rules = PushRuleset.of(ALICE, JsonObject.EMPTY, WITH_THREADS);

    private static PushSubject reply(String more) {
        return event("{\"type\":\"m.room.message\",\"content\":{\"msgtype\":\"m.text\",\"body\":\"hi\"" + more
                + ",\"m.relates_to\":{\"rel_type\":\"m.thread\",\"event_id\":\"$root\"}}}");
    }

    private PushDecision decision(PushSubject subject, PushContext context) {
        return PushEvaluator.of(rules).evaluate(subject, context);
    }

    @Test
    void a_message_in_a_thread_notifies_who_is_subscribed_to_it_and_nobody_else() {
        var subscribed = decision(reply(""), roomWithSubscription(new EventId("$root")));
        assertThat(subscribed.rule()).contains(SUBSCRIBED);
        assertThat(subscribed.notifies()).isTrue();

        var unsubscribed = decision(reply(""), roomWithSubscription(new EventId("$other")));
        assertThat(unsubscribed.rule()).contains(UNSUBSCRIBED);
        assertThat(unsubscribed.notifies()).isFalse();
    }

    @Test
    void a_mention_in_a_thread_notifies_all_the_same() {
        var mention = reply(",\"m.mentions\":{\"user_ids\":[\"@alice:example.org\"]}");

        assertThat(decision(mention, room()).rule()).contains(".m.rule.is_user_mention");
    }

    @Test
    void what_is_in_no_thread_is_not_concerned() {
        assertThat(decision(message("hi"), room()).rule()).isNotEqualTo(Optional.of(UNSUBSCRIBED));
    }

    @Test
    void a_muted_room_does_not_mute_the_thread() {
        var muted = rules.put(
                PushRuleKind.ROOM,
                "!room:example.org",
                JsonParser.parseObject("{\"actions\":[]}".getBytes(UTF_8)),
                Optional.empty(),
                Optional.empty());

        assertThat(PushEvaluator.of(muted)
                        .evaluate(reply(""), roomWithSubscription(new EventId("$root")))
                        .rule())
                .contains(SUBSCRIBED);
    }

    @Test
    void users_switch_the_rules_off_but_add_none_of_their_kind() {
        var without = rules.withEnabled(PushRuleKind.POSTCONTENT, UNSUBSCRIBED, false);

        assertThat(PushEvaluator.of(PushRuleset.of(ALICE, without.changes(), WITH_THREADS))
                        .evaluate(reply(""), room())
                        .rule())
                .isNotEqualTo(Optional.of(UNSUBSCRIBED));
        assertThatThrownBy(() -> rules.put(
                        PushRuleKind.POSTCONTENT, "mine", JsonObject.EMPTY, Optional.empty(), Optional.empty()))
                .isInstanceOf(InvalidParam.class);
    }

    @Test
    void the_kind_is_shown_to_those_who_have_rules_of_it() {
        assertThat(rules.toJson().object("global").orElseThrow().array("postcontent"))
                .hasValueSatisfying(kind -> assertThat(kind.values()).hasSize(2));
        assertThat(PushRuleset.defaultsOf(ALICE)
                        .toJson()
                        .object("global")
                        .orElseThrow()
                        .has("postcontent"))
                .isFalse();
    }

    @Test
    void the_condition_reads_back_as_it_was_written() {
        var json = JsonParser.parseObject(
                "{\"kind\":\"io.element.msc4306.thread_subscription\",\"subscribed\":true}".getBytes(UTF_8));

        assertThat(PushCondition.of(json)).isEqualTo(new PushCondition.ThreadSubscription(true));
        assertThat(PushCondition.of(json).toJson()).isEqualTo(json);
    }
}
