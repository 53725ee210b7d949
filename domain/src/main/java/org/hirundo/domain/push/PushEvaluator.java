package org.hirundo.domain.push;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.match.WordGlob;

/**
 * The rules of one user, made ready to judge events. Immutable; worth keeping for as long as the rules do not change.
 *
 * <p>Disabled rules are left out, rules for rooms and senders are looked up rather than tried, and a decision is made once
 * per rule and not per event: judging an ordinary message takes about a microsecond.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#push-rules">Push rules</a>
 */
public final class PushEvaluator {

    private final UserId user;
    private final List<Conditional> override;
    private final List<Keyword> content;
    private final List<Conditional> postcontent;
    private final Map<String, PushDecision> room;
    private final Map<String, PushDecision> sender;
    private final List<Conditional> underride;

    private record Conditional(List<PushCondition> conditions, boolean unlessMentions, PushDecision decision) {

        boolean matches(PushSubject subject, PushContext context) {
            if (unlessMentions && subject.hasMentions()) {
                return false;
            }
            for (var condition : conditions) {
                if (!condition.holds(subject, context)) {
                    return false;
                }
            }
            return true;
        }
    }

    private record Keyword(WordGlob pattern, boolean unlessMentions, PushDecision decision) {

        boolean matches(PushSubject subject) {
            return !(unlessMentions && subject.hasMentions()) && subject.bodyHas(pattern);
        }
    }

    private PushEvaluator(PushRuleset rules) {
        this.user = rules.user();
        this.override = conditionals(rules, PushRuleKind.OVERRIDE);
        this.content = enabled(rules, PushRuleKind.CONTENT)
                .flatMap(rule -> rule.pattern().stream()
                        .map(pattern -> new Keyword(WordGlob.of(pattern), unlessMentions(rule), decision(rule))))
                .toList();
        this.postcontent = conditionals(rules, PushRuleKind.POSTCONTENT);
        this.room = byId(rules, PushRuleKind.ROOM);
        this.sender = byId(rules, PushRuleKind.SENDER);
        this.underride = conditionals(rules, PushRuleKind.UNDERRIDE);
    }

    /** The rules, made ready. */
    public static PushEvaluator of(PushRuleset rules) {
        return new PushEvaluator(rules);
    }

    /** What the rules say about the event. A user is never notified of what they sent themselves. */
    public PushDecision evaluate(PushSubject subject, PushContext context) {
        if (subject.sender().equals(user)) {
            return PushDecision.NONE;
        }
        for (var rule : override) {
            if (rule.matches(subject, context)) {
                return rule.decision();
            }
        }
        for (var rule : content) {
            if (rule.matches(subject)) {
                return rule.decision();
            }
        }
        for (var rule : postcontent) {
            if (rule.matches(subject, context)) {
                return rule.decision();
            }
        }
        var forRoom = room.get(subject.roomText());
        if (forRoom != null) {
            return forRoom;
        }
        var forSender = sender.get(subject.senderText());
        if (forSender != null) {
            return forSender;
        }
        for (var rule : underride) {
            if (rule.matches(subject, context)) {
                return rule.decision();
            }
        }
        return PushDecision.NONE;
    }

    private static List<Conditional> conditionals(PushRuleset rules, PushRuleKind kind) {
        return enabled(rules, kind)
                .map(rule -> new Conditional(rule.conditions(), unlessMentions(rule), decision(rule)))
                .toList();
    }

    private static Map<String, PushDecision> byId(PushRuleset rules, PushRuleKind kind) {
        return enabled(rules, kind)
                .collect(Collectors.toUnmodifiableMap(PushRule::id, PushEvaluator::decision, (first, second) -> first));
    }

    private static Stream<PushRule> enabled(PushRuleset rules, PushRuleKind kind) {
        return rules.rules(kind).stream().filter(PushRule::enabled);
    }

    private static boolean unlessMentions(PushRule rule) {
        return DefaultPushRules.looksForMentionsInText(rule);
    }

    private static PushDecision decision(PushRule rule) {
        return new PushDecision(Optional.of(rule.id()), rule.actions());
    }
}
