package org.hirundo.application.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.appservice.AliasRights;
import org.hirundo.application.config.Identity;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.directory.DirectoryStore.AliasEntry;
import org.hirundo.application.room.AliasClaims;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.AliasInUse;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.RoomAlias;
import org.hirundo.domain.id.RoomId;

/**
 * Gives a room an alias of this server. Members may, and application services in their namespaces; nobody else has a say in how a
 * room is called.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#put_matrixclientv3directoryroomroomalias">PUT
 *     /directory/room</a>
 */
@Singleton
public final class CreateAlias {

    private final RateLimiter limits;
    private final AliasClaims aliases;
    private final DirectoryPermissions permissions;
    private final AliasRights rights;
    private final Identity identity;

    @Inject
    public CreateAlias(
            RateLimiter limits,
            AliasClaims aliases,
            DirectoryPermissions permissions,
            AliasRights rights,
            Identity identity) {
        this.limits = limits;
        this.aliases = aliases;
        this.permissions = permissions;
        this.rights = rights;
        this.identity = identity;
    }

    /** Who calls which room how. */
    public record Create(Requester requester, RoomAlias alias, RoomId room) {}

    /**
     * Creates the alias.
     *
     * @throws InvalidParam when the alias is one of another server
     * @throws org.hirundo.domain.error.NotFound when the room is not known
     * @throws org.hirundo.domain.error.Forbidden when the requester is not in the room
     * @throws org.hirundo.domain.error.Exclusive when an application service has the alias for itself, or has not and wants it
     * @throws AliasInUse when the alias exists
     */
    public void create(Create command) {
        command.requester().refuseGuest();
        command.requester().refuseSuspended();
        limits.spend(command.requester(), Cost.SETTINGS);
        if (!command.alias().server().equals(identity.server())) {
            throw new InvalidParam("Not an alias of this server: " + command.alias());
        }
        rights.check(command.requester(), command.alias());
        permissions.refuseUnlessMember(command.requester(), command.room(), command.alias());
        var entry = new AliasEntry(
                command.alias(), command.room(), command.requester().user());
        if (!aliases.give(entry, () -> {})) {
            throw new AliasInUse("Room alias " + command.alias() + " already exists.");
        }
    }
}
