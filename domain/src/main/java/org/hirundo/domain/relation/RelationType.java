package org.hirundo.domain.relation;

/** How an event relates to another one, its {@code rel_type}: an open family, with constants for those this server interprets. */
public record RelationType(String value) {

    /** {@code m.replace}: the event is an edit of the other. */
    public static final RelationType REPLACE = new RelationType("m.replace");

    /** {@code m.annotation}: the event adds a short remark, such as a reaction. */
    public static final RelationType ANNOTATION = new RelationType("m.annotation");

    /** {@code m.thread}: the event belongs to the thread of which the other is the root. */
    public static final RelationType THREAD = new RelationType("m.thread");

    /** {@code m.in_reply_to}: the event answers the other. In events it stands elsewhere than other relations. */
    public static final RelationType REPLY = new RelationType("m.in_reply_to");

    /** {@code m.reference}: the event refers to the other. */
    public static final RelationType REFERENCE = new RelationType("m.reference");

    @Override
    public String toString() {
        return value;
    }
}
