package org.hirundo.application.sync;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hirundo.application.port.receipt.ReceiptStore;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.thread.ThreadSubscriptionStore;
import org.hirundo.application.receipt.Receipts;
import org.hirundo.application.session.Requester;
import org.hirundo.application.sync.SlidingAnswer.AccountData;
import org.hirundo.application.sync.SlidingAnswer.Devices;
import org.hirundo.application.sync.SlidingAnswer.Extensions;
import org.hirundo.application.sync.SlidingAnswer.Inbox;
import org.hirundo.application.sync.SlidingAnswer.Sticky;
import org.hirundo.application.sync.SlidingAnswer.Threads;
import org.hirundo.application.sync.SlidingState.SentExtensions;
import org.hirundo.application.sync.SyncAnswer.DeviceLists;
import org.hirundo.application.thread.ThreadChanges;
import org.hirundo.application.timeline.Aggregations;
import org.hirundo.application.timeline.ClientEvent;
import org.hirundo.application.typing.TypingBoard;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.receipt.ReceiptContent;
import org.hirundo.domain.room.Membership;
import org.hirundo.domain.sync.SlidingExtensions;
import org.hirundo.domain.sync.SlidingExtensions.Scope;
import org.hirundo.domain.sync.StickyPlace;
import org.jspecify.annotations.Nullable;

/** What the extensions of sliding sync tell. */
@Singleton
final class SlidingExtensionSource {

    private final DeviceSource devices;
    private final AccountDataSource accountData;
    private final ReceiptStore receipts;
    private final TypingBoard typing;
    private final ThreadSubscriptionStore threads;
    private final ChangeIndex changes;
    private final StickySource sticky;
    private final Aggregations aggregations;

    /** What is told, and what the client knows once it has it. */
    record Told(Extensions told, SentExtensions sent) {}

    /** Something that is told by room, and up to where it is once the client has it. */
    private record ByRoom(Optional<Map<RoomId, JsonObject>> contents, Map<RoomId, StreamPosition> upTo) {}

    @Inject
    SlidingExtensionSource(
            DeviceSource devices,
            AccountDataSource accountData,
            ReceiptStore receipts,
            TypingBoard typing,
            ThreadSubscriptionStore threads,
            ChangeIndex changes,
            StickySource sticky,
            Aggregations aggregations) {
        this.devices = devices;
        this.accountData = accountData;
        this.receipts = receipts;
        this.typing = typing;
        this.threads = threads;
        this.changes = changes;
        this.sticky = sticky;
        this.aggregations = aggregations;
    }

    /** The device says up to where it has its messages: those are dropped. */
    void acknowledge(Requester requester, SlidingExtensions asked) {
        since(asked).ifPresent(delivered -> devices.acknowledge(requester, delivered));
    }

    private static Optional<StreamPosition> since(SlidingExtensions asked) {
        return asked.toDevice()
                .flatMap(inbox -> inbox.since().isPresent()
                        ? Optional.of(new StreamPosition(inbox.since().getAsLong()))
                        : Optional.empty());
    }

    /**
     * What is new to the client.
     *
     * @param rooms what is told of rooms
     */
    Told look(SlidingWindow window, SlidingRooms.Told rooms) {
        var shown = rooms.shown();
        var told = rooms.rooms();
        var asked = window.query().extensions();
        var sent = window.known().extensions();
        var inbox = asked.toDevice().map(toDevice -> inbox(window, toDevice));
        var joined = shown.values().stream()
                .filter(room -> room.membership().membership() == Membership.JOIN)
                .toList();
        var data = asked.accountData().map(scope -> accountData(window, inScope(scope, shown.values())));
        var read = asked.receipts().map(scope -> receipts(window, inScope(scope, joined), told));
        var typingRooms = asked.typing().map(scope -> inScope(scope, joined));
        var typed = typingRooms.map(wanted -> typing(window, wanted));
        var stuck = asked.stickyEvents().map(wanted -> sticky(window, wanted, rooms));
        return new Told(
                new Extensions(
                        inbox,
                        asked.e2ee() ? Optional.of(devices(window)) : Optional.empty(),
                        data.map(AccountDataTold::told),
                        read.flatMap(ByRoom::contents),
                        typed,
                        asked.threadSubscriptions().map(wanted -> threads(window, wanted)),
                        stuck),
                new SentExtensions(
                        data.isPresent() ? Optional.of(window.upTo()) : sent.global(),
                        data.map(AccountDataTold::upTo).orElse(sent.accountData()),
                        read.map(ByRoom::upTo).orElse(sent.receipts()),
                        typingRooms.orElse(Set.of()),
                        inbox.filter(found -> found.messages().isEmpty())
                                .map(Inbox::nextBatch)
                                .or(() -> inbox.isPresent() ? Optional.empty() : sent.emptyInbox()),
                        asked.e2ee() ? Optional.of(window.upTo()) : sent.devices(),
                        asked.threadSubscriptions().isPresent() ? Optional.of(window.upTo()) : sent.threads(),
                        stuck.map(Sticky::nextBatch).orElse(sent.sticky())));
    }

    private Sticky sticky(SlidingWindow window, SlidingExtensions.Sticky asked, SlidingRooms.Told rooms) {
        var place = asked.since().orElse(window.known().extensions().sticky());
        var after = new StreamPosition(place.told());
        var joinedBy = new StreamPosition(place.joinedBy());
        var fresh = new HashSet<RoomId>();
        var known = new HashSet<RoomId>();
        rooms.joined().forEach((room, membership) -> (membership.since().isAfter(joinedBy) ? fresh : known).add(room));
        var active = changes.roomsWithEvents(known, after).orElse(known);
        var found =
                sticky.find(new StickySource.Wanted(window.user(), active, after, fresh, window.upTo(), asked.limit()));
        var byRoom = new LinkedHashMap<RoomId, List<ClientEvent>>();
        for (var event : aggregations.bundled(window.requester(), found.events())) {
            var room = event.event().roomId();
            if (!events(rooms.rooms().get(room)).contains(event.id())) {
                byRoom.computeIfAbsent(room, _ -> new ArrayList<>()).add(event);
            }
        }
        return new Sticky(
                byRoom,
                new StickyPlace(
                        found.end().orElse(window.upTo()).value(), window.upTo().value()));
    }

    private Threads threads(SlidingWindow window, SlidingExtensions.Threads asked) {
        var sent = window.known().extensions().threads();
        var after = sent.orElse(StreamPosition.START);
        boolean unchanged = sent.isPresent()
                && !changes.mayHaveChanged(window.user(), ChangeIndex.Section.THREAD_SUBSCRIPTIONS, after);
        return new Threads(
                asked.name(),
                unchanged
                        ? ThreadChanges.NONE
                        : ThreadChanges.of(threads, window.user(), after, window.upTo(), asked.limit()));
    }

    private static Set<RoomId> inScope(Scope scope, Collection<ShownRoom> shown) {
        return shown.stream()
                .filter(room -> scope.includes(room.room(), room.lists(), room.subscribed()))
                .map(ShownRoom::room)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Inbox inbox(SlidingWindow window, SlidingExtensions.ToDevice asked) {
        // Who never says what they have gets all of it again, but need not be looked for in an inbox known to be empty.
        var delivered = since(window.query().extensions())
                .or(() -> window.known().extensions().emptyInbox());
        var found = devices.inbox(
                window.requester(), delivered, window.upTo(), asked.limit().orElse(Integer.MAX_VALUE));
        return new Inbox(found.messages(), found.deliveredUpTo().orElseGet(() -> delivered
                .orElse(StreamPosition.START)
                .max(window.upTo())));
    }

    private Devices devices(SlidingWindow window) {
        var lists = window.known()
                .extensions()
                .devices()
                .map(after -> devices.between(window.user(), after, window.upTo()))
                .orElse(DeviceLists.NONE);
        return new Devices(lists, devices.keyCounts(window.requester()));
    }

    /** Account data that is told, and up to where that of rooms is once the client has it. */
    private record AccountDataTold(AccountData told, Map<RoomId, StreamPosition> upTo) {}

    private AccountDataTold accountData(SlidingWindow window, Set<RoomId> rooms) {
        var sent = window.known().extensions();
        var global = sent.global().orElse(StreamPosition.START);
        var after = rooms.stream()
                .map(room -> sent.accountData().getOrDefault(room, StreamPosition.START))
                .reduce(global, SlidingExtensionSource::earlier);
        boolean first = sent.global().isEmpty();
        boolean known = sent.accountData().keySet().containsAll(rooms);
        if (!first && known && !changes.mayHaveChanged(window.user(), ChangeIndex.Section.ACCOUNT_DATA, after)) {
            return new AccountDataTold(new AccountData(List.of(), Map.of()), sent.accountData());
        }
        var found = accountData.changed(
                window.user(),
                after,
                window.upTo(),
                entry -> entry.room()
                        .map(room -> rooms.contains(room)
                                && AccountDataSource.isNews(
                                        entry, sent.accountData().getOrDefault(room, StreamPosition.START)))
                        .orElseGet(() -> AccountDataSource.isNews(entry, global)),
                first);
        return new AccountDataTold(
                new AccountData(found.global(), found.rooms()), marked(sent.accountData(), rooms, window.upTo()));
    }

    private static StreamPosition earlier(StreamPosition one, StreamPosition other) {
        return one.isAfter(other) ? other : one;
    }

    private static Map<RoomId, StreamPosition> marked(
            Map<RoomId, StreamPosition> before, Collection<RoomId> rooms, StreamPosition upTo) {
        if (rooms.isEmpty()) {
            return before;
        }
        var marked = new HashMap<>(before);
        rooms.forEach(room -> marked.put(room, upTo));
        return Map.copyOf(marked);
    }

    /**
     * Receipts that are new. In a room that is new to the client too, those of others are told only as far as they are of events
     * that it is told: of what it does not see it need not know who has read it.
     */
    private ByRoom receipts(SlidingWindow window, Set<RoomId> rooms, Map<RoomId, SlidingAnswer.Room> told) {
        var sent = window.known().extensions().receipts();
        var fresh = new HashSet<>(rooms);
        fresh.removeAll(sent.keySet());
        var active = new HashMap<RoomId, StreamPosition>();
        for (var room : rooms) {
            var after = sent.get(room);
            if (after != null
                    && changes.lastReceipt(room)
                            .filter(last -> last.isAfter(after))
                            .isPresent()) {
                active.put(room, after);
            }
        }
        var contents = new HashMap<RoomId, JsonObject>();
        if (!fresh.isEmpty()) {
            receipts.changed(fresh, StreamPosition.START, window.upTo()).forEach((room, placed) -> {
                var events = events(told.get(room));
                put(
                        window,
                        contents,
                        room,
                        placed.stream()
                                .filter(receipt ->
                                        events.contains(receipt.receipt().event())
                                                || receipt.receipt().user().equals(window.user()))
                                .toList());
            });
        }
        if (!active.isEmpty()) {
            var after = active.values().stream().reduce(window.upTo(), SlidingExtensionSource::earlier);
            receipts.changed(active.keySet(), after, window.upTo())
                    .forEach((room, placed) -> put(
                            window,
                            contents,
                            room,
                            placed.stream()
                                    .filter(receipt -> receipt.position().isAfter(active.getOrDefault(room, after)))
                                    .toList()));
        }
        fresh.addAll(active.keySet());
        return new ByRoom(Optional.of(contents), marked(sent, fresh, window.upTo()));
    }

    private static Set<EventId> events(SlidingAnswer.@Nullable Room room) {
        return Optional.ofNullable(room).flatMap(SlidingAnswer.Room::timeline).stream()
                .flatMap(timeline -> timeline.events().stream())
                .map(ClientEvent::id)
                .collect(Collectors.toSet());
    }

    private static void put(
            SlidingWindow window,
            Map<RoomId, JsonObject> contents,
            RoomId room,
            Collection<ReceiptStore.Placed> placed) {
        var content =
                ReceiptContent.together(placed.stream().map(Receipts::receipt).toList(), window.user());
        if (!content.isEmpty()) {
            contents.put(room, content);
        }
    }

    private Map<RoomId, JsonObject> typing(SlidingWindow window, Set<RoomId> rooms) {
        var known = window.known();
        var fresh = new HashSet<>(rooms);
        fresh.removeAll(known.extensions().typing());
        var contents = new HashMap<RoomId, JsonObject>();
        typing.changed(rooms, fresh, known.ephemeral(), window.ephemeralUpTo()).forEach((room, users) -> {
            // That nobody types is news only where the client may believe that somebody does.
            if (!users.users().isEmpty() || known.rooms().containsKey(room)) {
                contents.put(room, users.toJson());
            }
        });
        return contents;
    }
}
