package org.hirundo.domain.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hirundo.domain.push.PushFixture.ALICE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hirundo.domain.error.MatrixException;
import org.hirundo.domain.json.Json;
import org.hirundo.domain.json.JsonObject;

/** Whatever is done to a ruleset, it behaves like a list, and loses nothing when it is kept and read again. */
class PushRulesetProperties {

    private static final JsonObject BODY = Json.object("{\"actions\": [\"notify\"], \"conditions\": []}");

    /** One thing a client does with a rule. */
    sealed interface Step {
        record Put(String id, Optional<String> before, Optional<String> after) implements Step {}

        record Remove(String id) implements Step {}

        record Enable(String id, boolean enabled) implements Step {}
    }

    @Property
    void own_rules_are_where_they_were_put(@ForAll("steps") List<Step> steps) {
        var rules = PushRuleset.defaultsOf(ALICE);
        var expected = new ArrayList<String>();
        for (var step : steps) {
            var accepted = isPossible(step, expected);
            try {
                rules = apply(rules, step);
                assertThat(accepted).as("%s was accepted", step).isTrue();
                apply(expected, step);
            } catch (MatrixException e) {
                assertThat(accepted)
                        .as("%s was refused: %s", step, e.getMessage())
                        .isFalse();
            }
        }

        assertThat(rules.rules(PushRuleKind.OVERRIDE).stream()
                        .filter(rule -> !rule.isDefault())
                        .map(PushRule::id))
                .containsExactlyElementsOf(expected);
        assertThat(PushRuleset.of(ALICE, rules.changes()).toJson()).isEqualTo(rules.toJson());
        assertThat(PushRuleset.of(ALICE, rules.toJson()).toJson()).isEqualTo(rules.toJson());
    }

    private static PushRuleset apply(PushRuleset rules, Step step) {
        return switch (step) {
            case Step.Put(var id, var before, var after) -> rules.put(PushRuleKind.OVERRIDE, id, BODY, before, after);
            case Step.Remove(var id) -> rules.without(PushRuleKind.OVERRIDE, id);
            case Step.Enable(var id, var enabled) -> rules.withEnabled(PushRuleKind.OVERRIDE, id, enabled);
        };
    }

    private static boolean isPossible(Step step, List<String> ids) {
        return switch (step) {
            case Step.Put(var id, var before, var after) ->
                before.or(() -> after)
                        .map(other -> !other.equals(id) && ids.contains(other))
                        .orElse(true);
            case Step.Remove(var id) -> ids.contains(id);
            case Step.Enable(var id, var enabled) -> ids.contains(id);
        };
    }

    private static void apply(List<String> ids, Step step) {
        switch (step) {
            case Step.Put(var id, var before, var after) -> {
                if (before.or(() -> after).isPresent() || !ids.contains(id)) {
                    ids.remove(id);
                    var place = before.map(ids::indexOf)
                            .or(() -> after.map(other -> ids.indexOf(other) + 1))
                            .orElse(0);
                    ids.add(place, id);
                }
            }
            case Step.Remove(var id) -> ids.remove(id);
            case Step.Enable(var id, var enabled) -> assertThat(ids).contains(id);
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        var ids = Arbitraries.of("a", "b", "c", "d");
        Arbitrary<Step> puts =
                Combinators.combine(ids, ids.optional(0.3), ids.optional(0.3)).as(Step.Put::new);
        Arbitrary<Step> removals = ids.map(Step.Remove::new);
        Arbitrary<Step> switches =
                Combinators.combine(ids, Arbitraries.of(true, false)).as(Step.Enable::new);
        return Arbitraries.oneOf(List.of(puts, puts, removals, switches)).list().ofMaxSize(20);
    }
}
