package org.hirundo.domain.push;

/** Which rules users have from the beginning. */
public enum PushDefaults {
    /** Those of today's specification: who is mentioned is said in {@code m.mentions}. */
    SPECIFIED,

    /**
     * Those, and the rules that looked for the user's name and for {@code @room} in the text, which were removed in version 1.17 of
     * the specification. They match only events without {@code m.mentions}, which is how clients tell that they do not know it.
     */
    WITH_LEGACY_MENTIONS
}
