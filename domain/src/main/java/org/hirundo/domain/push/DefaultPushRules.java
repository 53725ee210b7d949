package org.hirundo.domain.push;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.match.PropertyPath;
import org.hirundo.domain.push.PushDefaults.Addition;
import org.hirundo.domain.relation.RelationType;

/**
 * The rules every user has, in the order in which they are looked at.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#predefined-rules">Predefined rules</a>
 */
final class DefaultPushRules {

    /** The id of the rule that goes before even the user's own. */
    static final String MASTER = ".m.rule.master";

    private static final PropertyPath TYPE = PropertyPath.of("type");
    private static final PropertyPath STATE_KEY = PropertyPath.of("state_key");
    private static final PropertyPath MSGTYPE = PropertyPath.of("content", "msgtype");
    private static final PropertyPath MEMBERSHIP = PropertyPath.of("content", "membership");
    private static final PropertyPath MENTIONED_USERS = PropertyPath.of("content", "m.mentions", "user_ids");
    private static final PropertyPath MENTIONED_ROOM = PropertyPath.of("content", "m.mentions", "room");
    private static final PropertyPath RELATION = PropertyPath.of("content", "m.relates_to", "rel_type");

    private static final PushActions NOTIFY = PushActions.silent();
    private static final PushActions NOTIFY_WITH_SOUND = NOTIFY.withSound("default");

    private static final PushCondition TWO_MEMBERS =
            new PushCondition.RoomMemberCount(MemberCount.parse("2").orElseThrow());
    private static final PushCondition MESSAGE = is(EventType.MESSAGE);
    private static final PushCondition ENCRYPTED = is(EventType.ENCRYPTED);
    private static final PushCondition MEMBER = is(EventType.MEMBER);
    private static final PushCondition EMPTY_STATE_KEY = PushCondition.eventMatch(STATE_KEY, "");

    private static final PushRule MASTER_RULE = rule(MASTER, PushActions.NONE).withEnabled(false);

    private static final PushRule SUPPRESS_NOTICES =
            rule(".m.rule.suppress_notices", PushActions.NONE, PushCondition.eventMatch(MSGTYPE, "m.notice"));

    private static final PushRule MEMBER_EVENT = rule(".m.rule.member_event", PushActions.NONE, MEMBER);

    private static final PushRule ROOM_MENTION = rule(
            ".m.rule.is_room_mention",
            NOTIFY.withHighlight(),
            new PushCondition.EventPropertyIs(MENTIONED_ROOM, JsonBoolean.TRUE),
            new PushCondition.SenderNotificationPermission("room"));

    private static final PushRule TOMBSTONE =
            rule(".m.rule.tombstone", NOTIFY.withHighlight(), is(EventType.TOMBSTONE), EMPTY_STATE_KEY);

    private static final PushRule REACTION = rule(".m.rule.reaction", PushActions.NONE, is(EventType.REACTION));

    private static final PushRule SERVER_ACL =
            rule(".m.rule.room.server_acl", PushActions.NONE, is(EventType.SERVER_ACL), EMPTY_STATE_KEY);

    private static final PushRule SUPPRESS_EDITS = rule(
            ".m.rule.suppress_edits",
            PushActions.NONE,
            new PushCondition.EventPropertyIs(RELATION, new JsonString("m.replace")));

    /** What the rules about polls begin with (MSC3930), which the specification does not have yet. */
    private static final String POLL_RULE = ".org.matrix.msc3930.rule.";

    private static final PushCondition POLL_START = PushCondition.eventMatch(TYPE, "org.matrix.msc3381.poll.start");
    private static final PushCondition POLL_END = PushCondition.eventMatch(TYPE, "org.matrix.msc3381.poll.end");

    private static final PushRule POLL_RESPONSE = rule(
            POLL_RULE + "poll_response",
            PushActions.NONE,
            PushCondition.eventMatch(TYPE, "org.matrix.msc3381.poll.response"));

    private static final PushRule ENCRYPTED_EVENT = rule(".org.matrix.msc4028.encrypted_event", NOTIFY, ENCRYPTED);

    private static final List<PushRule> UNDERRIDE = List.of(
            rule(".m.rule.call", NOTIFY.withSound("ring"), PushCondition.eventMatch(TYPE, "m.call.invite")),
            rule(".m.rule.encrypted_room_one_to_one", NOTIFY_WITH_SOUND, TWO_MEMBERS, ENCRYPTED),
            rule(".m.rule.room_one_to_one", NOTIFY_WITH_SOUND, TWO_MEMBERS, MESSAGE),
            rule(".m.rule.message", NOTIFY, MESSAGE),
            rule(".m.rule.encrypted", NOTIFY, ENCRYPTED));

    private static final List<PushRule> POLLS = List.of(
            rule(POLL_RULE + "poll_start_one_to_one", NOTIFY_WITH_SOUND, TWO_MEMBERS, POLL_START),
            rule(POLL_RULE + "poll_start", NOTIFY, POLL_START),
            rule(POLL_RULE + "poll_end_one_to_one", NOTIFY_WITH_SOUND, TWO_MEMBERS, POLL_END),
            rule(POLL_RULE + "poll_end", NOTIFY, POLL_END));

    private static final List<PushRule> UNDERRIDE_WITH_POLLS =
            Stream.concat(UNDERRIDE.stream(), POLLS.stream()).toList();

    private static final List<PushRule> THREADS = List.of(
            rule(
                    ".io.element.msc4306.rule.unsubscribed_thread",
                    PushActions.NONE,
                    new PushCondition.ThreadSubscription(false)),
            rule(
                    ".io.element.msc4306.rule.subscribed_thread",
                    NOTIFY_WITH_SOUND,
                    new PushCondition.ThreadSubscription(true)));

    private static final PushRule CONTAINS_DISPLAY_NAME = rule(
            ".m.rule.contains_display_name",
            NOTIFY_WITH_SOUND.withHighlight(),
            new PushCondition.ContainsDisplayName());

    private static final PushRule ROOM_NOTIFICATION = rule(
            ".m.rule.roomnotif",
            NOTIFY.withHighlight(),
            PushCondition.eventMatch(PushSubject.BODY, "@room"),
            new PushCondition.SenderNotificationPermission("room"));

    private static final String CONTAINS_USER_NAME = ".m.rule.contains_user_name";

    private static final Set<String> LEGACY_MENTIONS =
            Set.of(CONTAINS_DISPLAY_NAME.id(), ROOM_NOTIFICATION.id(), CONTAINS_USER_NAME);

    private DefaultPushRules() {}

    /** Whether the rule looks for mentions in the text, which it does only where they are not said otherwise. */
    static boolean looksForMentionsInText(PushRule rule) {
        return LEGACY_MENTIONS.contains(rule.id());
    }

    /** The rules of a kind that the user has from the beginning. */
    static List<PushRule> of(PushRuleKind kind, UserId user, PushDefaults defaults) {
        return switch (kind) {
            case OVERRIDE -> override(user, defaults);
            case CONTENT -> defaults.have(Addition.LEGACY_MENTIONS) ? List.of(nameOf(user)) : List.of();
            case POSTCONTENT -> defaults.have(Addition.THREAD_SUBSCRIPTIONS) ? THREADS : List.of();
            case ROOM, SENDER -> List.of();
            case UNDERRIDE -> defaults.have(Addition.POLLS) ? UNDERRIDE_WITH_POLLS : UNDERRIDE;
        };
    }

    private static List<PushRule> override(UserId user, PushDefaults defaults) {
        var rules = new ArrayList<PushRule>();
        rules.add(MASTER_RULE);
        if (defaults.have(Addition.ENCRYPTED_EVENTS)) {
            rules.add(ENCRYPTED_EVENT);
        }
        rules.addAll(List.of(SUPPRESS_NOTICES, inviteFor(user), MEMBER_EVENT, mentionOf(user)));
        if (defaults.have(Addition.REPLIES)) {
            rules.add(replyTo(user));
        }
        if (defaults.have(Addition.LEGACY_MENTIONS)) {
            rules.add(CONTAINS_DISPLAY_NAME);
        }
        rules.add(ROOM_MENTION);
        if (defaults.have(Addition.LEGACY_MENTIONS)) {
            rules.add(ROOM_NOTIFICATION);
        }
        rules.addAll(List.of(TOMBSTONE, REACTION, SERVER_ACL));
        if (defaults.have(Addition.POLLS)) {
            rules.add(POLL_RESPONSE);
        }
        rules.add(SUPPRESS_EDITS);
        return List.copyOf(rules);
    }

    private static PushRule nameOf(UserId user) {
        return new PushRule(
                CONTAINS_USER_NAME,
                true,
                true,
                List.of(),
                Optional.of(user.localpart()),
                NOTIFY_WITH_SOUND.withHighlight());
    }

    private static PushRule inviteFor(UserId user) {
        return rule(
                ".m.rule.invite_for_me",
                NOTIFY_WITH_SOUND,
                MEMBER,
                PushCondition.eventMatch(MEMBERSHIP, "invite"),
                PushCondition.eventMatch(STATE_KEY, user.toString()));
    }

    private static PushRule mentionOf(UserId user) {
        return rule(
                ".m.rule.is_user_mention",
                NOTIFY_WITH_SOUND.withHighlight(),
                new PushCondition.EventPropertyContains(MENTIONED_USERS, new JsonString(user.toString())));
    }

    private static PushRule replyTo(UserId user) {
        return rule(
                ".im.nheko.msc3664.reply",
                NOTIFY_WITH_SOUND.withHighlight(),
                new PushCondition.RelatedEventMatch(
                        RelationType.REPLY,
                        false,
                        Optional.of(PushCondition.eventMatch(PropertyPath.of("sender"), user.toString()))));
    }

    private static PushCondition is(EventType type) {
        return PushCondition.eventMatch(TYPE, type.value());
    }

    private static PushRule rule(String id, PushActions actions, PushCondition... conditions) {
        return new PushRule(id, true, true, List.of(conditions), Optional.empty(), actions);
    }
}
