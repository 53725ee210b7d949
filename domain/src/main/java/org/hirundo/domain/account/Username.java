package org.hirundo.domain.account;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hirundo.domain.error.InvalidUsername;
import org.hirundo.domain.id.MalformedIdentifier;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.id.UserId;

/** How what people type becomes a user id. */
public final class Username {

    private static final String GENERATED = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int GENERATED_LENGTH = 12;

    private Username() {}

    /**
     * The user id for a new account. Capitals of ASCII become small letters, for nobody may be registered whose user id
     * differs from another's in case alone; other characters that a user id may not have are refused rather than replaced,
     * so that nobody gets a name they did not choose.
     *
     * @throws InvalidUsername when no user id can be made of it, or one longer than 255 bytes
     */
    public static UserId register(String username, ServerName server) {
        try {
            return UserId.create(lowerCaseAscii(username), server);
        } catch (MalformedIdentifier e) {
            throw new InvalidUsername("A user name has only a-z, 0-9 and ._=-/+, and is not longer than 255 bytes"
                    + " together with the name of the server");
        }
    }

    /** A user id that nobody chose, for those who do not say how they want to be called. */
    public static UserId generate(RandomGenerator random, ServerName server) {
        var localpart = new StringBuilder(GENERATED_LENGTH);
        for (int i = 0; i < GENERATED_LENGTH; i++) {
            localpart.append(GENERATED.charAt(random.nextInt(GENERATED.length())));
        }
        return UserId.create(localpart.toString(), server);
    }

    /**
     * The user id that somebody means who signs in: a whole user id or its localpart, of this or of older grammar.
     *
     * @return empty when it cannot be a user id
     */
    public static Optional<UserId> signIn(String user, ServerName server) {
        try {
            return Optional.of(UserId.parse(user.startsWith("@") ? user : "@" + user + ":" + server));
        } catch (MalformedIdentifier e) {
            return Optional.empty();
        }
    }

    private static String lowerCaseAscii(String text) {
        return text.chars().allMatch(c -> c < 128) ? text.toLowerCase(Locale.ROOT) : text;
    }
}
