package org.hirundo.domain.id;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The type of an event: an open family, with constants for those this server interprets. */
public record EventType(String value) {

    /** {@code m.room.create}. */
    public static final EventType CREATE = new EventType("m.room.create");

    /** {@code m.room.member}. */
    public static final EventType MEMBER = new EventType("m.room.member");

    /** {@code m.room.power_levels}. */
    public static final EventType POWER_LEVELS = new EventType("m.room.power_levels");

    /** {@code m.room.join_rules}. */
    public static final EventType JOIN_RULES = new EventType("m.room.join_rules");

    /** {@code m.room.history_visibility}. */
    public static final EventType HISTORY_VISIBILITY = new EventType("m.room.history_visibility");

    /** {@code m.room.guest_access}. */
    public static final EventType GUEST_ACCESS = new EventType("m.room.guest_access");

    /** {@code m.room.name}. */
    public static final EventType NAME = new EventType("m.room.name");

    /** {@code m.room.topic}. */
    public static final EventType TOPIC = new EventType("m.room.topic");

    /** {@code m.room.avatar}. */
    public static final EventType AVATAR = new EventType("m.room.avatar");

    /** {@code m.room.canonical_alias}. */
    public static final EventType CANONICAL_ALIAS = new EventType("m.room.canonical_alias");

    /** {@code m.room.aliases}. */
    public static final EventType ALIASES = new EventType("m.room.aliases");

    /** {@code m.room.encryption}. */
    public static final EventType ENCRYPTION = new EventType("m.room.encryption");

    /** {@code m.room.tombstone}. */
    public static final EventType TOMBSTONE = new EventType("m.room.tombstone");

    /** {@code m.room.server_acl}. */
    public static final EventType SERVER_ACL = new EventType("m.room.server_acl");

    /** {@code m.room.third_party_invite}. */
    public static final EventType THIRD_PARTY_INVITE = new EventType("m.room.third_party_invite");

    /** {@code m.room.pinned_events}. */
    public static final EventType PINNED_EVENTS = new EventType("m.room.pinned_events");

    /** {@code m.room.policy}. */
    public static final EventType POLICY = new EventType("m.room.policy");

    /** {@code m.space.child}. */
    public static final EventType SPACE_CHILD = new EventType("m.space.child");

    /** {@code m.space.parent}. */
    public static final EventType SPACE_PARENT = new EventType("m.space.parent");

    /** {@code m.room.redaction}. */
    public static final EventType REDACTION = new EventType("m.room.redaction");

    /** {@code m.room.message}. */
    public static final EventType MESSAGE = new EventType("m.room.message");

    /** {@code m.room.encrypted}. */
    public static final EventType ENCRYPTED = new EventType("m.room.encrypted");

    /** {@code m.reaction}. */
    public static final EventType REACTION = new EventType("m.reaction");

    /** {@code m.sticker}. */
    public static final EventType STICKER = new EventType("m.sticker");

    /** {@code m.call.invite}. */
    public static final EventType CALL_INVITE = new EventType("m.call.invite");

    private static final Map<String, EventType> CONSTANTS = Stream.of(
                    CREATE,
                    MEMBER,
                    POWER_LEVELS,
                    JOIN_RULES,
                    HISTORY_VISIBILITY,
                    GUEST_ACCESS,
                    NAME,
                    TOPIC,
                    AVATAR,
                    CANONICAL_ALIAS,
                    ALIASES,
                    ENCRYPTION,
                    TOMBSTONE,
                    SERVER_ACL,
                    THIRD_PARTY_INVITE,
                    PINNED_EVENTS,
                    POLICY,
                    SPACE_CHILD,
                    SPACE_PARENT,
                    REDACTION,
                    MESSAGE,
                    ENCRYPTED,
                    REACTION,
                    STICKER,
                    CALL_INVITE)
            .collect(Collectors.toUnmodifiableMap(EventType::value, type -> type));

    /** The type of this name; the constant where there is one, so that a million events share it. */
    public static EventType of(String value) {
        var constant = CONSTANTS.get(value);
        return constant == null ? new EventType(value) : constant;
    }

    @Override
    public String toString() {
        return value;
    }
}
