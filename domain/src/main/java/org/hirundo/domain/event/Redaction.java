package org.hirundo.domain.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.json.JsonObject;

/**
 * What is left of an event when it is redacted: what it takes to check other events.
 *
 * @param eventKeys the members of the event that stay
 * @param contentKeys for each type the members of the content that stay
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#redactions">Redactions</a>
 */
public record Redaction(Set<String> eventKeys, Map<EventType, ContentKeys> contentKeys) {

    private static final Set<String> V1_EVENT_KEYS = Set.of(
            "event_id",
            "type",
            "room_id",
            "sender",
            "state_key",
            "content",
            "hashes",
            "signatures",
            "depth",
            "prev_events",
            "prev_state",
            "auth_events",
            "origin",
            "origin_server_ts",
            "membership");

    /** Room versions 1 to 5. */
    public static final Redaction V1 = new Redaction(
            V1_EVENT_KEYS,
            Map.of(
                    EventType.MEMBER, ContentKeys.of("membership"),
                    EventType.CREATE, ContentKeys.of("creator"),
                    EventType.JOIN_RULES, ContentKeys.of("join_rule"),
                    EventType.POWER_LEVELS,
                            ContentKeys.of(
                                    "ban",
                                    "events",
                                    "events_default",
                                    "kick",
                                    "redact",
                                    "state_default",
                                    "users",
                                    "users_default"),
                    EventType.ALIASES, ContentKeys.of("aliases"),
                    EventType.HISTORY_VISIBILITY, ContentKeys.of("history_visibility")));

    /** Room versions 6 and 7: aliases are events like any other. */
    public static final Redaction V6 = V1.without(EventType.ALIASES);

    /** Room version 8: a restricted join rule keeps what it allows. */
    public static final Redaction V8 = V6.with(EventType.JOIN_RULES, ContentKeys.of("join_rule", "allow"));

    /** Room versions 9 and 10: a restricted join keeps who authorised it. */
    public static final Redaction V9 =
            V8.with(EventType.MEMBER, ContentKeys.of("membership", "join_authorised_via_users_server"));

    /** Room version 11 and later. */
    public static final Redaction V11 = V9.keeping(Set.of(
                    "event_id",
                    "type",
                    "room_id",
                    "sender",
                    "state_key",
                    "content",
                    "hashes",
                    "signatures",
                    "depth",
                    "prev_events",
                    "auth_events",
                    "origin_server_ts"))
            .with(EventType.CREATE, ContentKeys.ALL)
            .with(EventType.REDACTION, ContentKeys.of("redacts"))
            .with(
                    EventType.POWER_LEVELS,
                    ContentKeys.of(
                            "ban",
                            "events",
                            "events_default",
                            "invite",
                            "kick",
                            "redact",
                            "state_default",
                            "users",
                            "users_default"))
            .with(
                    EventType.MEMBER,
                    ContentKeys.of("membership", "join_authorised_via_users_server")
                            .andSignedInvite());

    /**
     * Which members of a content stay.
     *
     * @param all whether all of them do
     * @param signedInvite whether {@code third_party_invite} does, with nothing but its {@code signed}. Of an object without
     *     one an empty object stays: the specification is silent about it, most servers do so, and ids depend on it.
     */
    public record ContentKeys(boolean all, List<String> keys, boolean signedInvite) {

        /** All of them. */
        public static final ContentKeys ALL = new ContentKeys(true, List.of(), false);

        private static final ContentKeys NONE = of();
        private static final ContentKeys SIGNED = of("signed");

        static ContentKeys of(String... keys) {
            return new ContentKeys(false, List.of(keys), false);
        }

        ContentKeys andSignedInvite() {
            return new ContentKeys(all, keys, true);
        }

        JsonObject kept(JsonObject content) {
            if (all) {
                return content;
            }
            var kept = JsonObject.builder();
            for (var key : keys) {
                Optional.ofNullable(content.get(key)).ifPresent(value -> kept.put(key, value));
            }
            if (signedInvite) {
                content.object("third_party_invite")
                        .ifPresent(invite -> kept.put("third_party_invite", SIGNED.kept(invite)));
            }
            return kept.build();
        }
    }

    public Redaction {
        eventKeys = Set.copyOf(eventKeys);
        contentKeys = Map.copyOf(contentKeys);
    }

    /** What is left of the event. Its id and its signatures stay right. */
    public Event apply(Event event) {
        var redacted = apply(event.json());
        var bytes = event.roomVersion().eventFormat().canonicalJson().bytes(redacted);
        return new Event(event.id(), event.roomVersion(), bytes, redacted);
    }

    /** What is left of an event's JSON. */
    JsonObject apply(JsonObject event) {
        var kept = JsonObject.builder();
        event.members().forEach((name, value) -> {
            if (eventKeys.contains(name) && !name.equals("content")) {
                kept.put(name, value);
            }
        });
        var type = EventType.of(event.string("type").orElse(""));
        var content = event.object("content").orElse(JsonObject.EMPTY);
        return kept.put(
                        "content",
                        contentKeys.getOrDefault(type, ContentKeys.NONE).kept(content))
                .build();
    }

    private Redaction with(EventType type, ContentKeys keys) {
        var changed = new HashMap<>(contentKeys);
        changed.put(type, keys);
        return new Redaction(eventKeys, changed);
    }

    private Redaction without(EventType type) {
        var changed = new HashMap<>(contentKeys);
        changed.remove(type);
        return new Redaction(eventKeys, changed);
    }

    private Redaction keeping(Set<String> keys) {
        return new Redaction(keys, contentKeys);
    }
}
