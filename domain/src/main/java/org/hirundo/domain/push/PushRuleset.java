package org.hirundo.domain.push;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.error.Unknown;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;

/**
 * The push rules of one user: the rules every user has, as this user changed them, and the user's own. Immutable.
 *
 * <p>Within a kind the user's own rules come before the others, in an order the user decides; only {@code .m.rule.master}
 * comes before everything.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#push-rules-api">Push rules API</a>
 */
public final class PushRuleset {

    /** The most own rules of one kind that a user may have. */
    public static final int MAX_OWN_RULES = 5_000;

    private static final String SCOPE = "global";

    private final UserId user;
    private final PushDefaults basis;
    private final Map<PushRuleKind, List<PushRule>> own;
    private final Map<PushRuleKind, List<PushRule>> defaults;

    private PushRuleset(
            UserId user,
            PushDefaults basis,
            Map<PushRuleKind, List<PushRule>> own,
            Map<PushRuleKind, List<PushRule>> defaults) {
        this.user = user;
        this.basis = basis;
        this.own = own;
        this.defaults = defaults;
    }

    /** The rules of a user who changed nothing. */
    public static PushRuleset defaultsOf(UserId user) {
        return of(user, JsonObject.EMPTY);
    }

    /** The rules of a user, on the basis of those of the specification, see {@link #of(UserId, JsonObject, PushDefaults)}. */
    public static PushRuleset of(UserId user, JsonObject stored) {
        return of(user, stored, PushDefaults.SPECIFIED);
    }

    /**
     * The rules of a user, from {@link #changes()} or {@link #toJson()} of another day. What default rules say is never
     * read from there, so users get the rules of this server and not those of the server that wrote them; of default rules
     * that are no more, nothing is left.
     */
    public static PushRuleset of(UserId user, JsonObject stored, PushDefaults basis) {
        var global = stored.object(SCOPE).orElse(JsonObject.EMPTY);
        var own = new EnumMap<PushRuleKind, List<PushRule>>(PushRuleKind.class);
        var defaults = new EnumMap<PushRuleKind, List<PushRule>>(PushRuleKind.class);
        for (var kind : PushRuleKind.values()) {
            var rules = global.array(kind.toString())
                    .orElse(JsonArray.EMPTY)
                    .objectsIn()
                    .toList();
            own.put(kind, rules.stream().flatMap(json -> ownRule(json).stream()).toList());
            defaults.put(
                    kind,
                    DefaultPushRules.of(kind, user, basis).stream()
                            .map(rule -> changed(rule, rules))
                            .toList());
        }
        return new PushRuleset(user, basis, own, defaults);
    }

    private static Optional<PushRule> ownRule(JsonObject json) {
        return json.string("rule_id")
                .filter(id -> !id.startsWith("."))
                .map(id -> new PushRule(
                        id,
                        false,
                        json.bool("enabled").orElse(true),
                        json.array("conditions")
                                .orElse(JsonArray.EMPTY)
                                .objectsIn()
                                .map(PushCondition::of)
                                .toList(),
                        json.string("pattern"),
                        actions(json).orElse(PushActions.NONE)));
    }

    private static PushRule changed(PushRule rule, List<JsonObject> stored) {
        return stored.stream()
                .filter(json -> json.string("rule_id").filter(rule.id()::equals).isPresent())
                .findFirst()
                .map(json -> rule.withEnabled(json.bool("enabled").orElse(rule.enabled()))
                        .withActions(actions(json).orElse(rule.actions())))
                .orElse(rule);
    }

    private static Optional<PushActions> actions(JsonObject json) {
        return json.array("actions").map(PushActions::of);
    }

    /** Whose rules these are. */
    public UserId user() {
        return user;
    }

    /** The rules of a kind, the most important first. */
    public List<PushRule> rules(PushRuleKind kind) {
        var ownRules = own(kind);
        var defaultRules = defaults(kind);
        var master = defaultRules.stream().filter(PushRuleset::isMaster);
        var others = defaultRules.stream().filter(rule -> !isMaster(rule));
        return Stream.of(master, ownRules.stream(), others)
                .flatMap(rules -> rules)
                .toList();
    }

    private static boolean isMaster(PushRule rule) {
        return rule.id().equals(DefaultPushRules.MASTER);
    }

    /**
     * One rule.
     *
     * @throws NotFound when there is none
     */
    public PushRule rule(PushRuleKind kind, String id) {
        return Stream.concat(defaults(kind).stream(), own(kind).stream())
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(PushRuleset::notFound);
    }

    /**
     * The rules with one of the user's own added or changed. A new rule is enabled and the most important of the user's own,
     * a changed one stays as enabled as it was and where it was, unless it is placed relative to another.
     *
     * @param body the rule as the client gave it
     * @param before the rule than which it is next more important
     * @param after the rule than which it is next less important; ignored when {@code before} is given
     * @throws org.hirundo.domain.error.MatrixException when the rule or its place makes no sense
     */
    public PushRuleset put(
            PushRuleKind kind, String id, JsonObject body, Optional<String> before, Optional<String> after) {
        var draft = PushRuleDraft.parse(kind, id, body);
        var rules = new ArrayList<>(own(kind));
        var index = indexOf(rules, id);
        var enabled = true;
        if (index >= 0) {
            enabled = rules.remove(index).enabled();
        } else if (rules.size() >= MAX_OWN_RULES) {
            throw new InvalidParam("A user has at most " + MAX_OWN_RULES + " rules of a kind");
        }
        var place = before.map(other -> placeOf(rules, other))
                .or(() -> after.map(other -> placeOf(rules, other) + 1))
                .orElse(Math.max(index, 0));
        rules.add(place, new PushRule(id, false, enabled, draft.conditions(), draft.pattern(), draft.actions()));
        return withOwn(kind, rules);
    }

    private static int placeOf(List<PushRule> rules, String id) {
        if (id.startsWith(".")) {
            throw new InvalidParam("A rule cannot be placed relative to a rule of the server: " + id);
        }
        var index = indexOf(rules, id);
        if (index < 0) {
            throw new Unknown("before/after rule not found: " + id);
        }
        return index;
    }

    /**
     * The rules without one of the user's own.
     *
     * @throws NotFound when there is none of this id
     * @throws InvalidParam when it is one that every user has
     */
    public PushRuleset without(PushRuleKind kind, String id) {
        if (rule(kind, id).isDefault()) {
            throw new InvalidParam("A rule of the server cannot be removed, only disabled: " + id);
        }
        return withOwn(
                kind, own(kind).stream().filter(rule -> !rule.id().equals(id)).toList());
    }

    /**
     * The rules with one of them switched on or off.
     *
     * @throws NotFound when there is none of this id
     */
    public PushRuleset withEnabled(PushRuleKind kind, String id, boolean enabled) {
        return withRule(kind, id, rule -> rule.withEnabled(enabled));
    }

    /**
     * The rules with other actions for one of them.
     *
     * @param body an object with the {@code actions}
     * @throws NotFound when there is none of this id
     * @throws org.hirundo.domain.error.MatrixException when the actions are missing or none
     */
    public PushRuleset withActions(PushRuleKind kind, String id, JsonObject body) {
        var actions = PushRuleDraft.actions(body);
        return withRule(kind, id, rule -> rule.withActions(actions));
    }

    /**
     * The rules with those that are about one room repeated for another. Where there is such a rule for the other room already,
     * it stays as it is.
     */
    public PushRuleset alsoFor(RoomId successor, RoomId room) {
        var both = new EnumMap<PushRuleKind, List<PushRule>>(PushRuleKind.class);
        for (var kind : PushRuleKind.values()) {
            var rules = new ArrayList<PushRule>();
            for (var rule : own(kind)) {
                rules.add(rule);
                rule.alsoFor(successor, room, kind)
                        .filter(copy -> indexOf(own(kind), copy.id()) < 0)
                        .ifPresent(rules::add);
            }
            both.put(kind, List.copyOf(rules));
        }
        return new PushRuleset(user, basis, both, defaults);
    }

    private PushRuleset withRule(PushRuleKind kind, String id, UnaryOperator<PushRule> change) {
        var isDefault = rule(kind, id).isDefault();
        UnaryOperator<PushRule> changeOne = rule -> rule.id().equals(id) ? change.apply(rule) : rule;
        return isDefault
                ? new PushRuleset(
                        user,
                        basis,
                        own,
                        with(
                                defaults,
                                kind,
                                defaults(kind).stream().map(changeOne).toList()))
                : withOwn(kind, own(kind).stream().map(changeOne).toList());
    }

    private PushRuleset withOwn(PushRuleKind kind, List<PushRule> rules) {
        return new PushRuleset(user, basis, with(own, kind, rules), defaults);
    }

    private static Map<PushRuleKind, List<PushRule>> with(
            Map<PushRuleKind, List<PushRule>> all, PushRuleKind kind, List<PushRule> rules) {
        var copy = new EnumMap<>(all);
        copy.put(kind, List.copyOf(rules));
        return copy;
    }

    private List<PushRule> own(PushRuleKind kind) {
        return own.getOrDefault(kind, List.of());
    }

    private List<PushRule> defaults(PushRuleKind kind) {
        return defaults.getOrDefault(kind, List.of());
    }

    private static int indexOf(List<PushRule> rules, String id) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private static NotFound notFound() {
        return new NotFound("The push rule was not found.");
    }

    /** All rules, as {@code GET /pushrules/} and the account data {@code m.push_rules} show them. */
    public JsonObject toJson() {
        return json(this::rules);
    }

    /** Only what the user changed, to be kept: own rules, and default rules that are not as they were. */
    public JsonObject changes() {
        return json(kind -> {
            var unchanged = DefaultPushRules.of(kind, user, basis);
            return Stream.concat(own(kind).stream(), defaults(kind).stream().filter(rule -> !unchanged.contains(rule)))
                    .toList();
        });
    }

    private static JsonObject json(Function<PushRuleKind, List<PushRule>> rules) {
        var global = JsonObject.builder();
        for (var kind : PushRuleKind.values()) {
            var ofKind = rules.apply(kind);
            // A kind that the specification does not have is shown only to those who have rules of it.
            if (kind != PushRuleKind.POSTCONTENT || !ofKind.isEmpty()) {
                global.put(kind.toString(), JsonArray.of(ofKind, rule -> rule.toJson(kind)));
            }
        }
        return JsonObject.of(SCOPE, global.build());
    }
}
