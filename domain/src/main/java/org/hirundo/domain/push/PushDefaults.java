package org.hirundo.domain.push;

/**
 * Which rules users have from the beginning, besides those of the specification.
 *
 * @param legacyMentions the rules that look for the user's name and for {@code @room} in the text, which were removed in version
 *     1.17 of the specification. They match only events without {@code m.mentions}, which is how clients tell that they do not
 *     know it
 * @param threadSubscriptions the rules by which messages in threads notify those who subscribed to them, and nobody else
 *     (MSC4306)
 */
public record PushDefaults(boolean legacyMentions, boolean threadSubscriptions) {

    /** Those of today's specification alone: who is mentioned is said in {@code m.mentions}. */
    public static final PushDefaults SPECIFIED = new PushDefaults(false, false);

    /** Those, and the rules that looked for mentions in the text. */
    public static final PushDefaults WITH_LEGACY_MENTIONS = new PushDefaults(true, false);
}
