package org.hirundo.application.push;

import java.util.Optional;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.push.PushRuleKind;
import org.hirundo.domain.push.PushRuleset;

/** A change of one push rule. */
public sealed interface PushRuleChange {

    /** The rules with the change made. */
    PushRuleset applyTo(PushRuleset rules);

    /**
     * A rule of the user's own is added or changed.
     *
     * @param body the rule as the client gave it
     * @param before the rule than which it is next more important
     * @param after the rule than which it is next less important
     */
    record Put(PushRuleKind kind, String id, JsonObject body, Optional<String> before, Optional<String> after)
            implements PushRuleChange {

        @Override
        public PushRuleset applyTo(PushRuleset rules) {
            return rules.put(kind, id, body, before, after);
        }
    }

    /** A rule of the user's own is removed. */
    record Remove(PushRuleKind kind, String id) implements PushRuleChange {

        @Override
        public PushRuleset applyTo(PushRuleset rules) {
            return rules.without(kind, id);
        }
    }

    /** A rule is switched on or off. */
    record Enable(PushRuleKind kind, String id, boolean enabled) implements PushRuleChange {

        @Override
        public PushRuleset applyTo(PushRuleset rules) {
            return rules.withEnabled(kind, id, enabled);
        }
    }

    /**
     * A rule gets other actions.
     *
     * @param body an object with the {@code actions}
     */
    record SetActions(PushRuleKind kind, String id, JsonObject body) implements PushRuleChange {

        @Override
        public PushRuleset applyTo(PushRuleset rules) {
            return rules.withActions(kind, id, body);
        }
    }
}
