package org.hirundo.domain.push;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.json.JsonValue;

/** What a client says of a rule it adds or changes, checked. */
record PushRuleDraft(String id, List<PushCondition> conditions, Optional<String> pattern, PushActions actions) {

    /** The longest id a client may choose, in bytes; as long as identifiers may be. */
    static final int MAX_ID_BYTES = 255;

    /** The longest glob that is accepted, in UTF-16 units: patterns are matched with every message the user gets. */
    static final int MAX_PATTERN = 512;

    /** The most conditions that are accepted. */
    static final int MAX_CONDITIONS = 64;

    private static final Set<String> KNOWN_CONDITIONS = Set.of(
            "event_match",
            "event_property_is",
            "event_property_contains",
            "contains_display_name",
            "room_member_count",
            "sender_notification_permission");

    /**
     * Reads the body of {@code PUT /pushrules/global/{kind}/{ruleId}}. Members that do not belong to the kind are ignored.
     *
     * @throws InvalidParam when the id is reserved or too long, or a condition lacks what its kind needs
     * @throws MissingParam when there are no actions, or no pattern for a content rule
     * @throws BadJson when a member is of the wrong type
     */
    static PushRuleDraft parse(PushRuleKind kind, String id, JsonObject body) {
        if (kind == PushRuleKind.POSTCONTENT) {
            throw new InvalidParam("Rules of the kind " + kind + " are the server's alone");
        }
        checkId(id);
        return new PushRuleDraft(id, conditions(kind, body), pattern(kind, body), actions(body));
    }

    private static void checkId(String id) {
        if (id.isEmpty() || id.startsWith(".")) {
            throw new InvalidParam("Rule ids that begin with a dot belong to the server");
        }
        if (id.indexOf('/') >= 0 || id.indexOf('\\') >= 0) {
            throw new InvalidParam("A rule id has neither slashes nor backslashes");
        }
        if (id.getBytes(StandardCharsets.UTF_8).length > MAX_ID_BYTES) {
            throw new InvalidParam("A rule id has at most " + MAX_ID_BYTES + " bytes");
        }
    }

    static PushActions actions(JsonObject body) {
        return switch (body.get("actions")) {
            case null -> throw new MissingParam("A rule has actions");
            case JsonArray actions -> PushActions.of(actions);
            default -> throw new BadJson("The actions are an array");
        };
    }

    private static List<PushCondition> conditions(PushRuleKind kind, JsonObject body) {
        var conditions = body.get("conditions");
        if (!kind.hasConditions() || conditions == null) {
            return List.of();
        }
        if (!(conditions instanceof JsonArray array)) {
            throw new BadJson("The conditions are an array");
        }
        if (array.size() > MAX_CONDITIONS) {
            throw new InvalidParam("A rule has at most " + MAX_CONDITIONS + " conditions");
        }
        return array.values().stream().map(PushRuleDraft::condition).toList();
    }

    private static PushCondition condition(JsonValue value) {
        if (!(value instanceof JsonObject json)) {
            throw new BadJson("A condition is an object");
        }
        var kind = json.string("kind").orElseThrow(() -> new BadJson("A condition has a kind"));
        json.string("pattern").ifPresent(PushRuleDraft::checkLength);
        var condition = PushCondition.of(json);
        if (condition instanceof PushCondition.Unrecognised && KNOWN_CONDITIONS.contains(kind)) {
            throw new InvalidParam("The condition " + kind + " lacks a parameter, or has one that makes no sense");
        }
        return condition;
    }

    private static Optional<String> pattern(PushRuleKind kind, JsonObject body) {
        if (kind != PushRuleKind.CONTENT) {
            return Optional.empty();
        }
        return switch (body.get("pattern")) {
            case null -> throw new MissingParam("A content rule has a pattern");
            case JsonString(var pattern) -> Optional.of(checkLength(pattern));
            default -> throw new BadJson("The pattern is a string");
        };
    }

    private static String checkLength(String pattern) {
        if (pattern.length() > MAX_PATTERN) {
            throw new InvalidParam("A pattern has at most " + MAX_PATTERN + " characters");
        }
        return pattern;
    }
}
