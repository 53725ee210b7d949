package org.hirundo.domain.id;

/** The type of an event; an open family, with constants for those the server interprets. */
public record EventType(String value) {
    public static final EventType CREATE = new EventType("m.room.create");
    public static final EventType MEMBER = new EventType("m.room.member");
    public static final EventType POWER_LEVELS = new EventType("m.room.power_levels");
    public static final EventType JOIN_RULES = new EventType("m.room.join_rules");
    public static final EventType HISTORY_VISIBILITY = new EventType("m.room.history_visibility");
    public static final EventType GUEST_ACCESS = new EventType("m.room.guest_access");
    public static final EventType NAME = new EventType("m.room.name");
    public static final EventType TOPIC = new EventType("m.room.topic");
    public static final EventType AVATAR = new EventType("m.room.avatar");
    public static final EventType CANONICAL_ALIAS = new EventType("m.room.canonical_alias");
    public static final EventType ENCRYPTION = new EventType("m.room.encryption");
    public static final EventType TOMBSTONE = new EventType("m.room.tombstone");
    public static final EventType SERVER_ACL = new EventType("m.room.server_acl");
    public static final EventType THIRD_PARTY_INVITE = new EventType("m.room.third_party_invite");
    public static final EventType REDACTION = new EventType("m.room.redaction");
    public static final EventType MESSAGE = new EventType("m.room.message");
    public static final EventType ENCRYPTED = new EventType("m.room.encrypted");
    public static final EventType REACTION = new EventType("m.reaction");
    public static final EventType PINNED_EVENTS = new EventType("m.room.pinned_events");
    public static final EventType SPACE_CHILD = new EventType("m.space.child");
    public static final EventType SPACE_PARENT = new EventType("m.space.parent");
    public static final EventType ALIASES = new EventType("m.room.aliases");

    @Override
    public String toString() {
        return value;
    }
}
