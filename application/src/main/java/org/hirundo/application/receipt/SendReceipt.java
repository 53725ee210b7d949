package org.hirundo.application.receipt;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.lock.UserLocks;
import org.hirundo.application.port.accountdata.AccountDataStore;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.port.receipt.ReceiptStore;
import org.hirundo.application.port.stream.AccountDataChange;
import org.hirundo.application.presence.PresenceBoard;
import org.hirundo.application.session.Requester;
import org.hirundo.application.stream.Committer;
import org.hirundo.application.stream.Pending;
import org.hirundo.domain.accountdata.AccountDataType;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.receipt.Receipt;
import org.hirundo.domain.receipt.ReceiptThread;
import org.hirundo.domain.receipt.ReceiptType;
import org.hirundo.domain.room.Membership;

/**
 * Notes how far a user has read: receipts, and the fully-read marker.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#receipts">Receipts</a>
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#fully-read-markers">Fully read markers</a>
 */
@Singleton
public final class SendReceipt {

    private final MembershipStore memberships;
    private final EventStore events;
    private final EventThreads threads;
    private final ReceiptStore receipts;
    private final AccountDataStore accountData;
    private final Committer committer;
    private final UserLocks locks;
    private final PresenceBoard presence;
    private final InstantSource clock;

    @Inject
    public SendReceipt(
            MembershipStore memberships,
            EventStore events,
            EventThreads threads,
            ReceiptStore receipts,
            AccountDataStore accountData,
            Committer committer,
            UserLocks locks,
            PresenceBoard presence,
            InstantSource clock) {
        this.memberships = memberships;
        this.events = events;
        this.threads = threads;
        this.receipts = receipts;
        this.accountData = accountData;
        this.committer = committer;
        this.locks = locks;
        this.presence = presence;
        this.clock = clock;
    }

    /**
     * What the client says.
     *
     * @param receipts the events that were read, by type of receipt
     * @param fullyRead the event up to which the user has read everything
     */
    public record Read(
            RoomId room, Map<ReceiptType, EventId> receipts, ReceiptThread thread, Optional<EventId> fullyRead) {}

    /**
     * Notes it. What would move a receipt back, or is about an event that is not known, changes nothing.
     *
     * @throws Forbidden when the user is not in the room
     * @throws org.hirundo.domain.error.InvalidParam when an event has nothing to do with the thread
     */
    public void send(Requester requester, Read read) {
        var membership = memberships.find(read.room(), requester.user()).map(RoomMembership::membership);
        if (!membership.equals(Optional.of(Membership.JOIN))) {
            throw new Forbidden("You are not in this room");
        }
        // What was read before is looked at and replaced under one lock, so that receipts sent at once do not go back.
        locks.with(requester.user(), () -> note(requester, read));
        presence.active(requester.user());
    }

    private void note(Requester requester, Read read) {
        var before = receipts.of(requester.user(), Set.of(read.room())).getOrDefault(read.room(), List.of());
        var marker = read.fullyRead()
                .flatMap(event -> accountData.find(
                        requester.user(), Optional.of(read.room()), AccountDataType.FULLY_READ.value()));
        var known = known(read, before, marker);
        checkThread(read, known);
        var pending = new HashSet<Pending>();
        read.receipts().forEach((type, event) -> {
            var receipt = new Receipt(requester.user(), type, read.thread(), event, clock.millis());
            if (isAhead(receipt, before, known)) {
                pending.add(committer.submit(Receipts.change(read.room(), receipt)));
            }
        });
        read.fullyRead()
                .filter(event -> isAhead(event, marker.flatMap(content -> content.string("event_id")), known))
                .ifPresent(event -> pending.add(committer.submit(new AccountDataChange(
                        requester.user(),
                        Optional.of(read.room()),
                        AccountDataType.FULLY_READ.value(),
                        JsonObject.of("event_id", event.toString())))));
        pending.forEach(Pending::await);
    }

    /** The events of the room that are spoken of, now and by what was said before. */
    private Map<EventId, StoredEvent> known(Read read, List<ReceiptStore.Placed> before, Optional<JsonObject> marker) {
        var ids = new HashSet<>(read.receipts().values());
        read.fullyRead().ifPresent(ids::add);
        before.forEach(placed -> ids.add(placed.receipt().event()));
        marker.flatMap(content -> content.string("event_id")).ifPresent(id -> ids.add(new EventId(id)));
        var found = new HashMap<>(events.events(ids));
        found.values().removeIf(event -> !event.event().roomId().equals(read.room()));
        return found;
    }

    private void checkThread(Read read, Map<EventId, StoredEvent> known) {
        if (read.thread().equals(ReceiptThread.unthreaded())) {
            return;
        }
        var spokenOf = read.receipts().values().stream()
                .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                .map(StoredEvent::event)
                .toList();
        threads.check(read.thread(), spokenOf);
    }

    private static boolean isAhead(Receipt receipt, List<ReceiptStore.Placed> before, Map<EventId, StoredEvent> known) {
        return before.stream()
                .map(Receipts::receipt)
                .filter(earlier -> earlier.slot().equals(receipt.slot()))
                .findFirst()
                .map(earlier ->
                        isAhead(receipt.event(), Optional.of(earlier.event().toString()), known))
                .orElseGet(() -> known.containsKey(receipt.event()));
    }

    private static boolean isAhead(EventId event, Optional<String> before, Map<EventId, StoredEvent> known) {
        var now = known.get(event);
        var then = before.map(id -> known.get(new EventId(id)));
        return now != null
                && (then.isEmpty() || now.graphPosition().compareTo(then.get().graphPosition()) > 0);
    }
}
