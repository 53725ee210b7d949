package org.hirundo.domain.push;

import java.util.Set;

/**
 * Which rules users have from the beginning: those of the specification, by which who is mentioned is said in {@code m.mentions},
 * and others.
 *
 * @param additions what there is besides
 */
public record PushDefaults(Set<Addition> additions) {

    /** The rules of today's specification alone. */
    public static final PushDefaults SPECIFIED = with();

    /** Those, and the rules that looked for mentions in the text. */
    public static final PushDefaults WITH_LEGACY_MENTIONS = with(Addition.LEGACY_MENTIONS);

    public PushDefaults {
        additions = Set.copyOf(additions);
    }

    /** The rules of the specification and these. */
    public static PushDefaults with(Addition... additions) {
        return new PushDefaults(Set.of(additions));
    }

    /** Whether there are these rules. */
    public boolean have(Addition addition) {
        return additions.contains(addition);
    }

    /** Rules that the specification does not have. */
    public enum Addition {
        /**
         * The rules that look for the user's name and for {@code @room} in the text, which were removed in version 1.17 of the
         * specification. They match only events without {@code m.mentions}, which is how clients tell that they do not know it.
         */
        LEGACY_MENTIONS,
        /** By which messages in threads notify those who subscribed to them, and nobody else (MSC4306). */
        THREAD_SUBSCRIPTIONS,
        /** By which replies notify whom they answer (MSC3664). */
        REPLIES,
        /** By which everything encrypted is pushed, for apps that look into it themselves (MSC4028). */
        ENCRYPTED_EVENTS,
        /** By which polls notify as messages do, and votes do not (MSC3930). */
        POLLS
    }
}
