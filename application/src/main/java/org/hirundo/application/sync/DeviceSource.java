package org.hirundo.application.sync;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hirundo.application.port.key.DeviceKeyStore;
import org.hirundo.application.port.key.OneTimeKeyStore;
import org.hirundo.application.port.key.OneTimeKeyStore.KeyCounts;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.stream.ToDeviceSend;
import org.hirundo.application.port.todevice.ToDeviceStore;
import org.hirundo.application.session.Requester;
import org.hirundo.application.sync.MembershipChanges.Moved;
import org.hirundo.application.sync.SyncAnswer.DeviceLists;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.Membership;

/** What a device needs for end-to-end encryption: its inbox, whose devices changed, and what is left of its keys. */
@Singleton
final class DeviceSource {

    /** What waits beyond this comes with the next syncs. */
    private static final int INBOX_LIMIT = 100;

    private final ToDeviceStore inboxes;
    private final DeviceKeyStore deviceKeys;
    private final OneTimeKeyStore oneTimeKeys;
    private final MembershipStore memberships;
    private final ChangeIndex changes;
    private final MembershipChanges membershipChanges;

    /**
     * A part of an inbox.
     *
     * @param deliveredUpTo up to where, when more waits
     */
    record Inbox(List<ToDeviceSend.Message> messages, Optional<StreamPosition> deliveredUpTo) {

        static final Inbox EMPTY = new Inbox(List.of(), Optional.empty());
    }

    @Inject
    DeviceSource(
            ToDeviceStore inboxes,
            DeviceKeyStore deviceKeys,
            OneTimeKeyStore oneTimeKeys,
            MembershipStore memberships,
            ChangeIndex changes,
            MembershipChanges membershipChanges) {
        this.inboxes = inboxes;
        this.deviceKeys = deviceKeys;
        this.oneTimeKeys = oneTimeKeys;
        this.memberships = memberships;
        this.changes = changes;
        this.membershipChanges = membershipChanges;
    }

    /** The device came back with a token, so it has what was delivered up to there. */
    void acknowledge(Requester requester, StreamPosition delivered) {
        if (changes.mayHoldMessages(requester.user(), requester.device(), delivered)) {
            inboxes.acknowledge(requester.user(), requester.device(), delivered);
        }
    }

    Inbox inbox(SyncWindow window) {
        return inbox(window.requester(), window.since().map(SyncToken::delivered), window.upTo(), INBOX_LIMIT);
    }

    /**
     * The messages that wait for the device.
     *
     * @param delivered up to where it has them; empty when it has none
     * @param limit how many it wants at most; what waits beyond comes with the next syncs
     */
    Inbox inbox(Requester requester, Optional<StreamPosition> delivered, StreamPosition upTo, int limit) {
        var after = delivered.orElse(StreamPosition.START);
        if (delivered.isPresent() && !changes.mayHaveChanged(requester.user(), ChangeIndex.Section.TO_DEVICE, after)) {
            return Inbox.EMPTY;
        }
        int most = Math.clamp(limit, 1, INBOX_LIMIT);
        var waiting = inboxes.inbox(requester.user(), requester.device(), after, upTo, most);
        var messages = waiting.stream().map(ToDeviceStore.Waiting::message).toList();
        return new Inbox(
                messages,
                waiting.size() < most
                        ? Optional.empty()
                        : Optional.of(waiting.getLast().position()));
    }

    KeyCounts keyCounts(Requester requester) {
        return oneTimeKeys.counts(requester.user(), requester.device());
    }

    /**
     * Whose devices the client has to ask for again, and whose it may forget.
     *
     * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#tracking-the-device-list-for-a-user">Tracking the
     *     device list for a user</a>
     */
    DeviceLists lists(SyncWindow window, Moved moved) {
        return window.isInitial() ? DeviceLists.NONE : between(window.user(), window.after(), window.upTo(), moved);
    }

    /** Whose devices changed for the user between two positions, as {@code /keys/changes} tells it as well. */
    DeviceLists between(UserId user, StreamPosition after, StreamPosition upTo) {
        return between(user, after, upTo, membershipChanges.between(user, after, upTo));
    }

    private DeviceLists between(UserId user, StreamPosition after, StreamPosition upTo, Moved moved) {
        var updated = changes.deviceListsChanged(after, upTo).orElseGet(() -> deviceKeys.changed(after, upTo));
        if (updated.isEmpty() && moved.isEmpty()) {
            return DeviceLists.NONE;
        }
        var sharing = sharing(user);
        var changed = new HashSet<>(updated);
        changed.addAll(moved.met());
        changed.removeIf(other -> !sharing.contains(other) && !other.equals(user));
        var left = new HashSet<>(moved.parted());
        left.removeAll(sharing);
        left.remove(user);
        return new DeviceLists(changed, left);
    }

    /** Everybody who is in a room with the user. */
    private Set<UserId> sharing(UserId user) {
        return memberships.joinedTo(joinedRooms(user)).values().stream()
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
    }

    private Set<RoomId> joinedRooms(UserId user) {
        return memberships.roomsOf(user).values().stream()
                .filter(membership -> membership.membership() == Membership.JOIN)
                .map(RoomMembership::room)
                .collect(Collectors.toSet());
    }
}
