package org.hirundo.domain.id;

import java.util.Optional;

/**
 * A user id, {@code @localpart:server}. Historical ones, with capitals and odd characters, are accepted on input.
 *
 * @see <a href="https://spec.matrix.org/v1.19/appendices/#user-identifiers">User identifiers</a>
 */
public record UserId(String localpart, ServerName server) {

    /**
     * Reads a user id.
     *
     * @throws MalformedIdentifier when it is none
     */
    public static UserId parse(String text) {
        return find(text).orElseThrow(() -> new MalformedIdentifier("a user id", text));
    }

    /** Reads a user id, or answers empty when it is none. */
    public static Optional<UserId> find(String text) {
        int server = Grammar.serverName(text, '@');
        return server < 0
                ? Optional.empty()
                : ServerName.find(text.substring(server)).map(name -> new UserId(text.substring(1, server - 1), name));
    }

    /**
     * The id of a new user, in the grammar that holds today.
     *
     * @throws MalformedIdentifier when the local part has other characters, is empty, or the whole is too long
     */
    public static UserId create(String localpart, ServerName server) {
        var id = new UserId(localpart, server);
        var wellFormed = !localpart.isEmpty()
                && localpart.chars().allMatch(UserId::isAllowedToday)
                && Grammar.isText(id.toString());
        if (!wellFormed) {
            throw new MalformedIdentifier("a user id that may be given out", id.toString());
        }
        return id;
    }

    private static boolean isAllowedToday(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= '0' && character <= '9')
                || "._=-/+".indexOf(character) >= 0;
    }

    /**
     * Whether the local part is visible ASCII and not empty. Events of users with other ids are accepted, but beyond events
     * such users are not to be spoken of.
     */
    public boolean isCompliant() {
        return !localpart.isEmpty() && localpart.chars().allMatch(unit -> unit >= 0x21 && unit <= 0x7e);
    }

    /** Whether the user is of this server. */
    public boolean isLocalTo(ServerName home) {
        return server.equals(home);
    }

    @Override
    public String toString() {
        return "@" + localpart + ":" + server;
    }
}
