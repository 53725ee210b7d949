package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.hirundo.application.push.ChangePushRule;
import org.hirundo.application.push.GetPushRules;
import org.hirundo.application.push.PushRuleChange;
import org.hirundo.application.session.Requester;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.GuestAccessForbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.error.TooLarge;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.push.PushRule;
import org.hirundo.domain.push.PushRuleKind;
import org.junit.jupiter.api.Test;

/** Changing one's push rules. */
public abstract class PushRulesStory extends PeopleStory {

    private static final JsonArray NOTIFY = JsonArray.ofStrings(List.of("notify"));
    private static final JsonObject CAKE = JsonObject.of("actions", NOTIFY).with("pattern", "cake");

    private void changes(Requester user, PushRuleChange change) {
        the(ChangePushRule.class).change(user, change);
    }

    private void puts(Requester user, String id) {
        changes(user, new PushRuleChange.Put(PushRuleKind.CONTENT, id, CAKE, Optional.empty(), Optional.empty()));
    }

    private List<String> own(Requester user) {
        return the(GetPushRules.class).get(user).rules(PushRuleKind.CONTENT).stream()
                .filter(rule -> !rule.isDefault())
                .map(PushRule::id)
                .toList();
    }

    private PushRule rule(Requester user, PushRuleKind kind, String id) {
        return the(GetPushRules.class).get(user).rule(kind, id);
    }

    @Test
    void every_user_has_the_default_rules() {
        var dora = registers("dora");
        assertThat(rule(dora, PushRuleKind.OVERRIDE, ".m.rule.master").enabled())
                .isFalse();
        assertThat(rule(dora, PushRuleKind.UNDERRIDE, ".m.rule.message").isDefault())
                .isTrue();
        assertThat(own(dora)).isEmpty();
    }

    @Test
    void own_rules_come_in_the_order_that_is_wanted_and_outlive_a_restart() {
        var dora = registers("dora");
        puts(dora, "one");
        puts(dora, "two");
        changes(
                dora,
                new PushRuleChange.Put(PushRuleKind.CONTENT, "three", CAKE, Optional.empty(), Optional.of("two")));
        assertThat(own(dora)).containsExactly("two", "three", "one");
        restart();
        assertThat(own(dora)).containsExactly("two", "three", "one");
        changes(dora, new PushRuleChange.Remove(PushRuleKind.CONTENT, "three"));
        assertThat(own(dora)).containsExactly("two", "one");
    }

    @Test
    void rules_are_switched_off_and_get_other_actions_the_servers_too() {
        var dora = registers("dora");
        changes(dora, new PushRuleChange.Enable(PushRuleKind.UNDERRIDE, ".m.rule.message", false));
        changes(
                dora,
                new PushRuleChange.SetActions(
                        PushRuleKind.UNDERRIDE, ".m.rule.call", JsonObject.of("actions", JsonArray.EMPTY)));

        assertThat(rule(dora, PushRuleKind.UNDERRIDE, ".m.rule.message").enabled())
                .isFalse();
        assertThat(the(GetPushRules.class).get(dora).toJson().toString())
                .contains(
                        "{\"actions\":[],\"conditions\":[{\"key\":\"type\",\"kind\":\"event_match\",\"pattern\":\"m.call.invite\"}]");
        assertThat(rule(registers("emil"), PushRuleKind.UNDERRIDE, ".m.rule.message")
                        .enabled())
                .isTrue();
    }

    @Test
    void a_change_that_changes_nothing_is_no_news() {
        var dora = registers("dora");
        puts(dora, "one");
        var before = storage().stream().position();
        puts(dora, "one");
        changes(dora, new PushRuleChange.Enable(PushRuleKind.CONTENT, "one", true));
        assertThat(storage().stream().position()).isEqualTo(before);
    }

    @Test
    void changes_made_at_once_are_all_kept() {
        var dora = registers("dora");
        Concurrently.call(20, number -> {
            puts(dora, "rule" + number);
            return number;
        });
        assertThat(own(dora)).hasSize(20);
    }

    @Test
    void ids_are_kept_as_they_were_chosen_up_to_their_limit() {
        var dora = registers("dora");
        var ids = List.of("a\u0000b", "ab", "ab ", "AB", "$a.b", "\uD83D\uDE00".repeat(63), "x".repeat(255));
        ids.forEach(id -> puts(dora, id));
        restart();

        assertThat(own(dora)).containsExactlyElementsOf(ids.reversed());
        assertThatThrownBy(() -> puts(dora, "x".repeat(256))).isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> puts(dora, "\uD83D\uDE00".repeat(64))).isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> changes(dora, new PushRuleChange.Remove(PushRuleKind.CONTENT, "x".repeat(10_000))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void rules_do_not_grow_without_end() {
        var dora = registers("dora");
        var tweak = JsonObject.of("set_tweak", "sound").with("value", "x".repeat(600_000));
        var loud = CAKE.with("actions", JsonArray.of(tweak));
        var one = new PushRuleChange.Put(PushRuleKind.CONTENT, "one", loud, Optional.empty(), Optional.empty());
        var two = new PushRuleChange.Put(PushRuleKind.CONTENT, "two", loud, Optional.empty(), Optional.empty());
        changes(dora, one);

        assertThatThrownBy(() -> changes(dora, two)).isInstanceOf(TooLarge.class);
        assertThat(own(dora)).containsExactly("one");
    }

    @Test
    void changes_that_make_no_sense_are_refused() {
        var dora = registers("dora");
        assertThatThrownBy(() -> changes(dora, new PushRuleChange.Remove(PushRuleKind.CONTENT, "none")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> changes(dora, new PushRuleChange.Enable(PushRuleKind.ROOM, "none", true)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> changes(dora, new PushRuleChange.Remove(PushRuleKind.UNDERRIDE, ".m.rule.message")))
                .isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> puts(dora, ".mine")).isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> changes(
                        dora,
                        new PushRuleChange.Put(
                                PushRuleKind.CONTENT, "one", JsonObject.EMPTY, Optional.empty(), Optional.empty())))
                .isInstanceOf(MissingParam.class);
        assertThatThrownBy(() -> changes(
                        dora,
                        new PushRuleChange.SetActions(
                                PushRuleKind.UNDERRIDE, ".m.rule.call", JsonObject.of("actions", "notify"))))
                .isInstanceOf(BadJson.class);
        assertThatThrownBy(() -> puts(Server.guest("g"), "one")).isInstanceOf(GuestAccessForbidden.class);
    }
}
