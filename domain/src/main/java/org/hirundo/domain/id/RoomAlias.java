package org.hirundo.domain.id;

import java.util.Optional;

/**
 * A room alias, {@code #localpart:server}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/appendices/#room-aliases">Room aliases</a>
 */
public record RoomAlias(String localpart, ServerName server) {

    /**
     * Reads a room alias.
     *
     * @throws MalformedIdentifier when it is none
     */
    public static RoomAlias parse(String text) {
        return find(text).orElseThrow(() -> new MalformedIdentifier("a room alias", text));
    }

    /** Reads a room alias, or answers empty when it is none. */
    public static Optional<RoomAlias> find(String text) {
        int server = Grammar.serverName(text, '#');
        return server < 0
                ? Optional.empty()
                : ServerName.find(text.substring(server))
                        .map(name -> new RoomAlias(text.substring(1, server - 1), name));
    }

    /** Whether the alias is of this server. */
    public boolean isLocalTo(ServerName home) {
        return server.equals(home);
    }

    @Override
    public String toString() {
        return "#" + localpart + ":" + server;
    }
}
