package org.hirundo.domain.push;

import java.util.List;
import java.util.Optional;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;

/**
 * A push rule.
 *
 * @param id unique among the rules of its kind
 * @param isDefault whether every user has it, and it can be switched and given other actions but not removed
 * @param conditions what must hold, in rules of the kinds that have conditions; empty in all others
 * @param pattern what to look for in the body, in content rules only
 */
public record PushRule(
        String id,
        boolean isDefault,
        boolean enabled,
        List<PushCondition> conditions,
        Optional<String> pattern,
        PushActions actions) {

    public PushRule {
        conditions = List.copyOf(conditions);
    }

    PushRule withEnabled(boolean enable) {
        return new PushRule(id, isDefault, enable, conditions, pattern, actions);
    }

    PushRule withActions(PushActions others) {
        return new PushRule(id, isDefault, enabled, conditions, pattern, others);
    }

    /** The same rule for another room; empty when it is not about this room. */
    Optional<PushRule> alsoFor(RoomId successor, RoomId room, PushRuleKind kind) {
        var others = conditions.stream()
                .map(condition -> condition.isRoom(room) ? PushCondition.ofRoom(successor) : condition)
                .toList();
        boolean named = kind == PushRuleKind.ROOM && id.equals(room.value());
        if (!named && others.equals(conditions)) {
            return Optional.empty();
        }
        var name = id.contains(room.value()) ? id.replace(room.value(), successor.value()) : id + "_" + successor;
        return Optional.of(new PushRule(name, isDefault, enabled, others, pattern, actions));
    }

    /** The rule as JSON, with conditions when it is of a kind that has them. */
    public JsonObject toJson(PushRuleKind kind) {
        var json = JsonObject.builder()
                .put("rule_id", id)
                .put("default", isDefault)
                .put("enabled", enabled);
        if (kind.hasConditions()) {
            json.put("conditions", JsonArray.of(conditions, PushCondition::toJson));
        }
        return json.putIfPresent("pattern", pattern)
                .put("actions", actions.toJson())
                .build();
    }
}
