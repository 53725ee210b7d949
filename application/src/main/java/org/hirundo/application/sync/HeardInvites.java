package org.hirundo.application.sync;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.room.InvitePermission;
import org.hirundo.domain.id.UserId;

/** The invites that a user is told of: not those by somebody they do not want to be invited by. */
@Singleton
final class HeardInvites {

    private final EventStore events;
    private final InvitePermission permission;

    @Inject
    HeardInvites(EventStore events, InvitePermission permission) {
        this.events = events;
        this.permission = permission;
    }

    List<RoomMembership> heard(UserId user, List<RoomMembership> invited) {
        if (invited.isEmpty() || permission.hearsAll(user)) {
            return invited;
        }
        var invites = events.events(invited.stream().map(RoomMembership::event).collect(Collectors.toSet()));
        return invited.stream()
                .filter(membership -> Optional.ofNullable(invites.get(membership.event()))
                        .filter(invite -> !permission.isHeard(invite.event().sender(), user))
                        .isEmpty())
                .toList();
    }
}
