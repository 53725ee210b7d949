package org.hirundo.application.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.appservice.AliasRights;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.directory.DirectoryStore;
import org.hirundo.application.room.Change;
import org.hirundo.application.room.RoomView;
import org.hirundo.application.room.Rooms;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.event.EventDraft;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomAlias;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.CanonicalAliases;
import org.hirundo.domain.room.Membership;

/**
 * Takes an alias of this server away, and out of the room's canonical alias event where the requester may change that.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#delete_matrixclientv3directoryroomroomalias">DELETE
 *     /directory/room</a>
 */
@Singleton
public final class DeleteAlias {

    private final RateLimiter limits;
    private final DirectoryStore directory;
    private final DirectoryPermissions permissions;
    private final AliasRights rights;
    private final Rooms rooms;

    @Inject
    public DeleteAlias(
            RateLimiter limits,
            DirectoryStore directory,
            DirectoryPermissions permissions,
            AliasRights rights,
            Rooms rooms) {
        this.limits = limits;
        this.directory = directory;
        this.permissions = permissions;
        this.rights = rights;
        this.rooms = rooms;
    }

    /**
     * Deletes the alias.
     *
     * @throws NotFound when there is no such alias
     * @throws org.hirundo.domain.error.Exclusive when an application service has the alias for itself, or has not and wants it
     * @throws Forbidden when the requester neither created the alias nor may change the room's canonical alias
     */
    public void delete(Requester requester, RoomAlias alias) {
        requester.refuseGuest();
        requester.refuseSuspended();
        limits.spend(requester, Cost.SETTINGS);
        rights.check(requester, alias);
        var entry = directory.find(alias).orElseThrow(() -> notFound(alias));
        if (!permissions.mayDelete(requester, entry)) {
            throw new Forbidden("You may not delete the alias " + alias);
        }
        if (!directory.remove(alias)) {
            throw notFound(alias);
        }
        rooms.write(entry.room(), room -> Change.of(withdrawn(room, requester.user(), alias), alias));
    }

    private static NotFound notFound(RoomAlias alias) {
        return new NotFound("Room alias " + alias + " not found.");
    }

    /** The room without the alias in its canonical alias event; unchanged where the user may not change that. */
    private static RoomView withdrawn(RoomView room, UserId user, RoomAlias alias) {
        var levels = room.powerLevels();
        boolean may = room.membership(user) == Membership.JOIN
                && levels.levelOf(user) >= levels.required(EventType.CANONICAL_ALIAS, true);
        var canonical = new CanonicalAliases(
                room.state(EventType.CANONICAL_ALIAS).map(Event::content).orElse(JsonObject.EMPTY));
        var name = alias.toString();
        if (!may || !canonical.listed().contains(name)) {
            return room;
        }
        var changed = canonical.retaining(other -> !other.equals(name));
        return room.append(EventDraft.state(room.id(), user, EventType.CANONICAL_ALIAS, "", changed.json()));
    }
}
