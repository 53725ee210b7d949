package org.hirundo.application.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hirundo.application.config.Identity;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.domain.id.RoomAlias;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.id.UserId;

/**
 * Says which room an alias points to, and who can help to join it. Open to everybody.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3directoryroomroomalias">GET
 *     /directory/room</a>
 */
@Singleton
public final class ResolveAlias {

    /** A client hands the servers on in a join, so there is no use in more than it would try. */
    private static final int MAX_SERVERS = 20;

    private final Aliases aliases;
    private final MembershipStore memberships;
    private final Identity identity;

    @Inject
    public ResolveAlias(Aliases aliases, MembershipStore memberships, Identity identity) {
        this.aliases = aliases;
        this.memberships = memberships;
        this.identity = identity;
    }

    /**
     * What an alias points to.
     *
     * @param servers servers that are in the room, this one first
     */
    public record Resolved(RoomId room, List<ServerName> servers) {}

    /**
     * Resolves the alias.
     *
     * @throws org.hirundo.domain.error.NotFound when there is no such alias
     */
    public Resolved resolve(RoomAlias alias) {
        var room = aliases.resolve(new RoomReference.ByAlias(alias));
        var servers = new LinkedHashSet<ServerName>();
        servers.add(identity.server());
        memberships.joinedTo(Set.of(room)).getOrDefault(room, Set.of()).stream()
                .map(UserId::server)
                .distinct()
                .limit(MAX_SERVERS)
                .forEach(servers::add);
        return new Resolved(room, List.copyOf(servers));
    }
}
