package org.hirundo.application.sync;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.hirundo.application.cache.MembershipCache;
import org.hirundo.application.port.stream.AccountDataChange;
import org.hirundo.application.port.stream.DeviceKeysChange;
import org.hirundo.application.port.stream.DevicesRemoved;
import org.hirundo.application.port.stream.ReceiptChange;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.stream.ThreadSubscriptionChange;
import org.hirundo.application.port.stream.ToDeviceSend;
import org.hirundo.application.stream.Committed;
import org.hirundo.application.stream.Stream;
import org.hirundo.application.stream.Waiters;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.Membership;

/**
 * When what last changed, since this node started: so a {@code /sync} reads only what did, and one to whom nothing
 * happened reads nothing.
 *
 * <p>Every answer is empty, "not known", for positions before the start: then the store is asked.
 */
@Singleton
public final class ChangeIndex implements Stream.Published {

    /** So many changes of device lists are remembered; who is further behind is answered from the store. */
    private static final int MAX_DEVICE_LISTS = 10_000;

    /** What a user's sync is made of, apart from the rooms' events. */
    public enum Section {
        /** Global and room account data. */
        ACCOUNT_DATA,
        /** Messages to the user's devices. */
        TO_DEVICE,
        /** Subscriptions to threads. */
        THREAD_SUBSCRIPTIONS
    }

    private record UserSection(UserId user, Section section) {}

    private record Inbox(UserId user, DeviceId device) {}

    private final StreamPosition start;
    private final Stream stream;
    private final MembershipCache memberships;
    private final Waiters waiters;
    private final ConcurrentHashMap<RoomId, StreamPosition> events = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<RoomId, StreamPosition> receipts = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<UserSection, StreamPosition> sections = new ConcurrentHashMap<>();

    /** Up to where inboxes were last emptied. */
    private final ConcurrentHashMap<Inbox, StreamPosition> emptiedInboxes = new ConcurrentHashMap<>();

    /** Whose devices or keys changed at which position, from {@link #deviceListsFrom} on. */
    private final ConcurrentSkipListMap<StreamPosition, UserId> deviceLists = new ConcurrentSkipListMap<>();

    private volatile StreamPosition deviceListsFrom;

    // Whom the batch concerns, gathered while it is followed and woken once it is visible; the committer's thread alone
    // uses these.
    private final Set<UserId> concerned = new HashSet<>();
    private final Set<RoomId> concernedRooms = new HashSet<>();
    private final Set<UserId> concernedSharers = new HashSet<>();

    /** Follows the stream from now on. */
    @Inject
    public ChangeIndex(Stream stream, MembershipCache memberships, Waiters waiters) {
        this.stream = stream;
        this.memberships = memberships;
        this.waiters = waiters;
        start = stream.position();
        deviceListsFrom = start;
        stream.listen(this);
    }

    /** Those of the rooms that have events after the position, or empty when that is not known. */
    public Optional<Set<RoomId>> roomsWithEvents(Collection<RoomId> rooms, StreamPosition after) {
        return changed(events, rooms, after);
    }

    /** Those of the rooms that have receipts after the position, or empty when that is not known. */
    public Optional<Set<RoomId>> roomsWithReceipts(Collection<RoomId> rooms, StreamPosition after) {
        return changed(receipts, rooms, after);
    }

    /** The position of the last event of the room since the start, or empty when there was none. */
    Optional<StreamPosition> lastEvent(RoomId room) {
        return Optional.ofNullable(events.get(room));
    }

    /** The position of the last receipt in the room since the start, or empty when there was none. */
    Optional<StreamPosition> lastReceipt(RoomId room) {
        return Optional.ofNullable(receipts.get(room));
    }

    /** Whether the section of the user may have changed after the position. */
    public boolean mayHaveChanged(UserId user, Section section, StreamPosition after) {
        var last = sections.get(new UserSection(user, section));
        return start.isAfter(after) || (last != null && last.isAfter(after));
    }

    /**
     * Whether the device may have messages at or before the position in its inbox: that nobody sent it any since the start
     * says nothing of those sent before, so the first question is answered yes.
     */
    public boolean mayHoldMessages(UserId user, DeviceId device, StreamPosition upTo) {
        var inbox = new Inbox(user, device);
        var received = sections.get(new UserSection(user, Section.TO_DEVICE));
        var last = received == null ? start : received;
        var emptied = emptiedInboxes.put(inbox, upTo);
        return emptied == null || last.isAfter(emptied);
    }

    /** Whose devices or keys changed after the one and at or before the other position, or empty when that is not known. */
    public Optional<Set<UserId>> deviceListsChanged(StreamPosition after, StreamPosition upTo) {
        var changed = Set.copyOf(
                deviceLists.subMap(after, false, upTo.max(after), true).values());
        // Looked at last: what is dropped while the map is read shows here.
        return deviceListsFrom.isAfter(after) ? Optional.empty() : Optional.of(changed);
    }

    private Optional<Set<RoomId>> changed(
            ConcurrentHashMap<RoomId, StreamPosition> index, Collection<RoomId> rooms, StreamPosition after) {
        if (start.isAfter(after)) {
            return Optional.empty();
        }
        if (!stream.position().isAfter(after)) {
            return Optional.of(Set.of());
        }
        var changed = new HashSet<RoomId>();
        for (var room : rooms) {
            var last = index.get(room);
            if (last != null && last.isAfter(after)) {
                changed.add(room);
            }
        }
        return Optional.of(changed);
    }

    @Override
    public void committed(List<Committed> batch) {
        for (var committed : batch) {
            switch (committed.change()) {
                case RoomCommit commit -> {
                    events.put(commit.room(), committed.last());
                    commit.memberships().forEach(change -> concerned.add(change.user()));
                    concernedRooms.add(commit.room());
                }
                case ReceiptChange receipt -> {
                    receipts.put(receipt.room(), committed.last());
                    concernedRooms.add(receipt.room());
                }
                case AccountDataChange change -> {
                    sections.put(new UserSection(change.user(), Section.ACCOUNT_DATA), committed.last());
                    concerned.add(change.user());
                }
                case ThreadSubscriptionChange change -> {
                    sections.put(new UserSection(change.user(), Section.THREAD_SUBSCRIPTIONS), committed.last());
                    concerned.add(change.user());
                }
                case ToDeviceSend send ->
                    send.messages().forEach(message -> {
                        sections.put(new UserSection(message.recipient(), Section.TO_DEVICE), committed.last());
                        concerned.add(message.recipient());
                    });
                case DeviceKeysChange change -> deviceListChanged(change.user(), committed.last());
                case DevicesRemoved removed -> deviceListChanged(removed.user(), committed.last());
            }
        }
    }

    @Override
    public void visible(StreamPosition position) {
        var unknownRooms = new HashSet<RoomId>();
        for (var room : concernedRooms) {
            memberships.joinedIfKnown(room).ifPresentOrElse(waiters::wake, () -> unknownRooms.add(room));
        }
        waiters.wake(concerned);
        if (!unknownRooms.isEmpty() || !concernedSharers.isEmpty()) {
            var sharers = Set.copyOf(concernedSharers);
            // Who they are has to be read, for which the committer does not wait.
            Thread.startVirtualThread(() -> wakeAll(unknownRooms, sharers));
        }
        concerned.clear();
        concernedRooms.clear();
        concernedSharers.clear();
    }

    private void wakeAll(Set<RoomId> rooms, Set<UserId> sharers) {
        var wanted = new HashSet<>(rooms);
        for (var user : sharers) {
            memberships.roomsOf(user).values().stream()
                    .filter(membership -> membership.membership() == Membership.JOIN)
                    .forEach(membership -> wanted.add(membership.room()));
        }
        memberships.joinedTo(wanted).values().forEach(waiters::wake);
    }

    private void deviceListChanged(UserId user, StreamPosition position) {
        deviceLists.put(position, user);
        if (deviceLists.size() > MAX_DEVICE_LISTS) {
            deviceListsFrom = deviceLists.firstKey();
            deviceLists.pollFirstEntry();
        }
        concerned.add(user);
        concernedSharers.add(user);
    }
}
