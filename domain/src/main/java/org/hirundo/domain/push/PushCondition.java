package org.hirundo.domain.push;

import java.util.Optional;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonNull;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.json.JsonValue;
import org.hirundo.domain.match.Glob;
import org.hirundo.domain.match.PropertyPath;
import org.hirundo.domain.match.WordGlob;
import org.hirundo.domain.relation.RelationType;

/**
 * What must be so for an override or underride rule to match. Conditions are shared between users and threads; they are
 * made ready when they are read, so that asking them is quick.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#conditions-1">Conditions</a>
 */
public sealed interface PushCondition {

    /** Whether the condition holds for the event. */
    boolean holds(PushSubject subject, PushContext context);

    /** The condition as JSON. */
    JsonObject toJson();

    /** Reads a condition. One that is not known, or lacks what its kind needs, is kept as it is and never holds. */
    static PushCondition of(JsonObject json) {
        return json.string("kind").flatMap(kind -> known(kind, json)).orElseGet(() -> new Unrecognised(json));
    }

    private static Optional<PushCondition> known(String kind, JsonObject json) {
        var key = json.string("key").map(PropertyPath::parse);
        var value = Optional.ofNullable(json.get("value")).filter(PushCondition::isScalar);
        return switch (kind) {
            case EventMatch.KIND ->
                json.string("pattern").flatMap(pattern -> key.map(path -> eventMatch(path, pattern)));
            case EventPropertyIs.KIND -> value.flatMap(wanted -> key.map(path -> new EventPropertyIs(path, wanted)));
            case EventPropertyContains.KIND ->
                value.flatMap(wanted -> key.map(path -> new EventPropertyContains(path, wanted)));
            case ContainsDisplayName.KIND -> Optional.of(new ContainsDisplayName());
            case RoomMemberCount.KIND ->
                json.string("is").flatMap(MemberCount::parse).map(RoomMemberCount::new);
            case SenderNotificationPermission.KIND -> json.string("key").map(SenderNotificationPermission::new);
            case RelatedEventMatch.KIND -> RelatedEventMatch.read(json);
            case ThreadSubscription.KIND -> json.bool("subscribed").map(ThreadSubscription::new);
            default -> Optional.empty();
        };
    }

    /** The {@code event_match} condition, which looks for whole words when it is about the body of a message. */
    static PushCondition eventMatch(PropertyPath key, String pattern) {
        return key.equals(PushSubject.BODY)
                ? new BodyMatch(WordGlob.of(pattern))
                : new EventMatch(key, Glob.ignoringCase(pattern));
    }

    /** The condition that the event is of the room. */
    static PushCondition ofRoom(RoomId room) {
        return eventMatch(PushSubject.ROOM_ID, room.value());
    }

    /** Whether this is the condition that the event is of the room. */
    default boolean isRoom(RoomId room) {
        return this instanceof EventMatch(PropertyPath key, Glob pattern)
                && key.equals(PushSubject.ROOM_ID)
                && pattern.toString().equals(room.value());
    }

    /** Whether the value is one that canonical JSON has and that is not made of others. */
    private static boolean isScalar(JsonValue value) {
        return value instanceof JsonString
                || value instanceof JsonBoolean
                || value instanceof JsonNull
                || (value instanceof JsonInteger number && number.isCanonical());
    }

    private static JsonObject.Builder json(String kind) {
        return JsonObject.builder().put("kind", kind);
    }

    /** A string property of the event matches a glob, as a whole and without regard to case. */
    record EventMatch(PropertyPath key, Glob pattern) implements PushCondition {

        private static final String KIND = "event_match";

        @Override
        public boolean holds(PushSubject subject, PushContext context) {
            return subject.find(key) instanceof JsonString(var text) && pattern.matches(text);
        }

        @Override
        public JsonObject toJson() {
            return json(KIND)
                    .put("key", key.toString())
                    .put("pattern", pattern.toString())
                    .build();
        }
    }

    /** The body of the message has words that match a glob. */
    record BodyMatch(WordGlob pattern) implements PushCondition {

        @Override
        public boolean holds(PushSubject subject, PushContext context) {
            return subject.bodyHas(pattern);
        }

        @Override
        public JsonObject toJson() {
            return json(EventMatch.KIND)
                    .put("key", PushSubject.BODY.toString())
                    .put("pattern", pattern.toString())
                    .build();
        }
    }

    /** A property of the event is exactly this string, integer, boolean or null. */
    record EventPropertyIs(PropertyPath key, JsonValue value) implements PushCondition {

        private static final String KIND = "event_property_is";

        @Override
        public boolean holds(PushSubject subject, PushContext context) {
            return value.equals(subject.find(key));
        }

        @Override
        public JsonObject toJson() {
            return json(KIND).put("key", key.toString()).put("value", value).build();
        }
    }

    /** A property of the event is an array with exactly this string, integer, boolean or null in it. */
    record EventPropertyContains(PropertyPath key, JsonValue value) implements PushCondition {

        private static final String KIND = "event_property_contains";

        @Override
        public boolean holds(PushSubject subject, PushContext context) {
            return subject.find(key) instanceof JsonArray array
                    && array.values().contains(value);
        }

        @Override
        public JsonObject toJson() {
            return json(KIND).put("key", key.toString()).put("value", value).build();
        }
    }

    /** The body of the message has the user's display name in it. Deprecated, but users still have such rules. */
    record ContainsDisplayName() implements PushCondition {

        private static final String KIND = "contains_display_name";

        @Override
        public boolean holds(PushSubject subject, PushContext context) {
            return context.displayName()
                    .filter(name -> !name.isBlank())
                    .filter(name -> subject.bodyHas(WordGlob.ofWords(name)))
                    .isPresent();
        }

        @Override
        public JsonObject toJson() {
            return json(KIND).build();
        }
    }

    /** The room has so many members. */
    record RoomMemberCount(MemberCount count) implements PushCondition {

        private static final String KIND = "room_member_count";

        @Override
        public boolean holds(PushSubject subject, PushContext context) {
            return count.includes(context.roomMemberCount());
        }

        @Override
        public JsonObject toJson() {
            return json(KIND).put("is", count.is()).build();
        }
    }

    /** The sender has the power that the room asks for to notify in this way, such as {@code room}. */
    record SenderNotificationPermission(String key) implements PushCondition {

        private static final String KIND = "sender_notification_permission";

        @Override
        public boolean holds(PushSubject subject, PushContext context) {
            return context.mayNotify(subject.sender(), key);
        }

        @Override
        public JsonObject toJson() {
            return json(KIND).put("key", key).build();
        }
    }

    /**
     * The event relates to another one, which matches in turn (MSC3664).
     *
     * @param fallbacks whether a relation counts that is there only for clients that do not know better
     * @param match what holds for the other event; empty when any will do
     */
    record RelatedEventMatch(RelationType type, boolean fallbacks, Optional<PushCondition> match)
            implements PushCondition {

        private static final String KIND = "im.nheko.msc3664.related_event_match";

        private static Optional<PushCondition> read(JsonObject json) {
            var key = json.string("key");
            var pattern = json.string("pattern");
            return json.string("rel_type")
                    .map(type -> new RelatedEventMatch(
                            new RelationType(type),
                            json.bool("include_fallbacks").orElse(false),
                            key.flatMap(path -> pattern.map(glob -> eventMatch(PropertyPath.parse(path), glob)))));
        }

        @Override
        public boolean holds(PushSubject subject, PushContext context) {
            var related = subject.related(type, fallbacks);
            return related.isPresent()
                    && (match.isEmpty()
                            || context.events()
                                    .apply(related.get())
                                    .filter(other -> match.get().holds(PushSubject.of(other), context))
                                    .isPresent());
        }

        @Override
        public JsonObject toJson() {
            var json = json(KIND).put("rel_type", type.value());
            if (fallbacks) {
                json.put("include_fallbacks", true);
            }
            match.map(PushCondition::toJson).ifPresent(inner -> json.putAll(inner.without("kind")));
            return json.build();
        }
    }

    /** The event is in a thread, and the user is subscribed to it, or is not (MSC4306). */
    record ThreadSubscription(boolean subscribed) implements PushCondition {

        private static final String KIND = "io.element.msc4306.thread_subscription";

        @Override
        public boolean holds(PushSubject subject, PushContext context) {
            return subject.thread()
                    .filter(root -> context.subscribed().test(root) == subscribed)
                    .isPresent();
        }

        @Override
        public JsonObject toJson() {
            return json(KIND).put("subscribed", subscribed).build();
        }
    }

    /** A condition of another kind, or one without its parameters. */
    record Unrecognised(JsonObject json) implements PushCondition {

        @Override
        public boolean holds(PushSubject subject, PushContext context) {
            return false;
        }

        @Override
        public JsonObject toJson() {
            return json;
        }
    }
}
