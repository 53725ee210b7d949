package org.hirundo.application.sync;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hirundo.application.accountdata.UserSettings;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.domain.id.UserId;

/** The invites that a user is told of: not those by somebody they ignore. */
@Singleton
final class HeardInvites {

    private final EventStore events;
    private final UserSettings settings;

    @Inject
    HeardInvites(EventStore events, UserSettings settings) {
        this.events = events;
        this.settings = settings;
    }

    List<RoomMembership> heard(UserId user, List<RoomMembership> invited) {
        var ignored = settings.ignored(user);
        if (ignored.isEmpty() || invited.isEmpty()) {
            return invited;
        }
        var invites = events.events(invited.stream().map(RoomMembership::event).collect(Collectors.toSet()));
        return invited.stream()
                .filter(membership -> Optional.ofNullable(invites.get(membership.event()))
                        .filter(invite -> ignored.contains(invite.event().sender()))
                        .isEmpty())
                .toList();
    }
}
