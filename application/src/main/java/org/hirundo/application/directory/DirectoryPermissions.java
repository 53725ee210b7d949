package org.hirundo.application.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.appservice.AliasRights;
import org.hirundo.application.port.directory.DirectoryStore.AliasEntry;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.room.LiveRoom;
import org.hirundo.application.room.RoomHeads;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomAlias;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.room.Membership;

/** Who may do what to the entries of rooms in the directory. The specification leaves it to the server. */
@Singleton
final class DirectoryPermissions {

    private final RoomHeads heads;
    private final MembershipStore memberships;
    private final AliasRights rights;

    @Inject
    DirectoryPermissions(RoomHeads heads, MembershipStore memberships, AliasRights rights) {
        this.heads = heads;
        this.rights = rights;
        this.memberships = memberships;
    }

    /**
     * Whether the requester may decide how the room is presented: who may change its canonical alias may.
     *
     * @throws org.hirundo.domain.error.NotFound when the room is not known
     */
    boolean mayPresent(Requester requester, RoomId id) {
        var room = heads.get(id);
        return requester.admin() || (isMember(requester, id) && maySetAlias(requester, room));
    }

    private static boolean maySetAlias(Requester requester, LiveRoom room) {
        var levels = room.powerLevels();
        return levels.levelOf(requester.user()) >= levels.required(EventType.CANONICAL_ALIAS, true);
    }

    /**
     * Refuses whoever is not in the room; administrators of the server are let through.
     *
     * @throws org.hirundo.domain.error.NotFound when the room is not known
     * @throws Forbidden when the requester is not in the room
     */
    void refuseUnlessMember(Requester requester, RoomId room) {
        heads.get(room);
        if (!requester.admin() && !isMember(requester, room)) {
            throw new Forbidden("You are not a member of the room.");
        }
    }

    /**
     * Refuses whoever is not in the room that gets the alias, unless it is an application service that manages the alias.
     *
     * @throws org.hirundo.domain.error.NotFound when the room is not known
     * @throws Forbidden when the requester is not in the room
     */
    void refuseUnlessMember(Requester requester, RoomId room, RoomAlias alias) {
        if (rights.controls(requester, alias)) {
            heads.get(room);
        } else {
            refuseUnlessMember(requester, room);
        }
    }

    /**
     * Whether the requester may take the alias away: who created it, who may decide how the room is presented, and an application
     * service that manages the alias may.
     */
    boolean mayDelete(Requester requester, AliasEntry entry) {
        return entry.creator().equals(requester.user())
                || rights.controls(requester, entry.alias())
                || mayPresent(requester, entry.room());
    }

    private boolean isMember(Requester requester, RoomId room) {
        return memberships
                .find(room, requester.user())
                .filter(membership -> membership.membership() == Membership.JOIN)
                .isPresent();
    }
}
