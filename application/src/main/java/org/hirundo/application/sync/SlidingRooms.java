package org.hirundo.application.sync;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.push.RoomUnread;
import org.hirundo.application.push.UnreadCounts;
import org.hirundo.application.sync.SlidingAnswer.Room;
import org.hirundo.application.sync.SlidingState.SentRoom;
import org.hirundo.application.sync.SyncAnswer.StrippedRoom;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.room.Membership;
import org.hirundo.domain.sync.RequiredState;

/** The rooms that sliding sync tells of: of those that lists and subscriptions show, the ones with something new. */
@Singleton
final class SlidingRooms {

    private final RoomLists lists;
    private final StrippedRooms stripped;
    private final SlidingTimelines timelines;
    private final UnreadCounts unread;
    private final RoomLabels labels;
    private final ChangeIndex changes;

    /**
     * What is told.
     *
     * @param shown the rooms that lists and subscriptions show
     * @param counts how many rooms belong to each list
     * @param joined those of all these that the user is in, see {@link RoomLists.Shown}
     * @param rooms those of the shown rooms with something new
     * @param sent what the client knows of rooms once it has the answer
     */
    record Told(
            Map<RoomId, ShownRoom> shown,
            Map<String, Integer> counts,
            Map<RoomId, RoomMembership> joined,
            Map<RoomId, Room> rooms,
            Map<RoomId, SentRoom> sent) {}

    @Inject
    SlidingRooms(
            RoomLists lists,
            StrippedRooms stripped,
            SlidingTimelines timelines,
            UnreadCounts unread,
            RoomLabels labels,
            ChangeIndex changes) {
        this.lists = lists;
        this.stripped = stripped;
        this.timelines = timelines;
        this.unread = unread;
        this.labels = labels;
        this.changes = changes;
    }

    /** What is new in the rooms that the window's request shows. */
    Told look(SlidingWindow window) {
        var shown = lists.of(window);
        var rooms = new LinkedHashMap<RoomId, Room>();
        var sent = new HashMap<>(window.known().rooms());
        strip(window, shown.rooms(), rooms, sent);
        var found = timelines.of(window, shown.rooms().values());
        var counts = counts(window, shown.rooms(), found);
        var direct = labels.of(window.user());
        for (var room : shown.rooms().values()) {
            if (room.membership().membership() == Membership.JOIN || found.containsKey(room.room())) {
                tell(
                        window,
                        room,
                        new Facts(
                                Optional.ofNullable(found.get(room.room())),
                                Optional.ofNullable(counts.get(room.room())),
                                direct.isDirect(room.room())),
                        rooms,
                        sent);
            }
        }
        return new Told(shown.rooms(), shown.counts(), shown.joined(), rooms, Map.copyOf(sent));
    }

    /** Rooms that the user is invited to or knocks at, when that is new. */
    private void strip(
            SlidingWindow window,
            SequencedMap<RoomId, ShownRoom> shown,
            Map<RoomId, Room> rooms,
            Map<RoomId, SentRoom> sent) {
        var news = new ArrayList<RoomMembership>();
        for (var room : shown.values()) {
            var membership = room.membership();
            boolean outside =
                    membership.membership() == Membership.INVITE || membership.membership() == Membership.KNOCK;
            var before = sent.get(room.room());
            if (outside && (before == null || membership.since().isAfter(before.upTo()))) {
                news.add(membership);
            }
        }
        var found = stripped.of(window.user(), news);
        for (var membership : news) {
            var room = membership.room();
            var lists =
                    Optional.ofNullable(shown.get(room)).map(ShownRoom::lists).orElse(Set.of());
            rooms.put(room, stripped(membership, lists, found.getOrDefault(room, new StrippedRoom(List.of()))));
            sent.put(room, outside(membership, membership.since().max(window.upTo())));
        }
    }

    private static Room stripped(RoomMembership membership, Set<String> lists, StrippedRoom shown) {
        return new Room(
                true,
                false,
                membership.membership(),
                lists,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(membership.since()),
                List.of(),
                Set.of(),
                Optional.empty(),
                0,
                Optional.of(shown));
    }

    private static SentRoom outside(RoomMembership membership, StreamPosition upTo) {
        return new SentRoom(
                upTo,
                membership.membership(),
                Optional.empty(),
                0,
                RequiredState.NOTHING,
                Map.of(),
                RoomUnread.Count.NONE,
                upTo,
                false,
                Optional.of(membership.since()));
    }

    /** The unread counts of the joined rooms in which they may have changed. */
    private Map<RoomId, RoomUnread> counts(
            SlidingWindow window, Map<RoomId, ShownRoom> shown, Map<RoomId, FoundRoom> found) {
        if (!window.query().form().tellsUnread()) {
            return Map.of();
        }
        var wanted = new HashMap<RoomId, RoomMembership>();
        shown.forEach((room, how) -> {
            var before = window.known().rooms().get(room);
            if (how.membership().membership() == Membership.JOIN
                    && (found.containsKey(room) || (before != null && isRead(room, before)))) {
                wanted.put(room, how.membership());
            }
        });
        return wanted.isEmpty() ? Map.of() : unread.of(window.user(), wanted, window.upTo());
    }

    private boolean isRead(RoomId room, SentRoom before) {
        return changes.lastReceipt(room)
                .filter(last -> last.isAfter(before.readUpTo()))
                .isPresent();
    }

    /**
     * What is known of a room at this look.
     *
     * @param found what happened in it, if anything
     * @param unread how much is unread, if that may have changed
     */
    private record Facts(Optional<FoundRoom> found, Optional<RoomUnread> unread, boolean direct) {}

    private static void tell(
            SlidingWindow window, ShownRoom shown, Facts facts, Map<RoomId, Room> rooms, Map<RoomId, SentRoom> sent) {
        var room = shown.room();
        var before = Optional.ofNullable(sent.get(room))
                .filter(known -> known.state().isPresent());
        boolean initial = facts.found().map(FoundRoom::initial).orElse(before.isEmpty());
        var known = before.filter(_ -> !initial);
        if (facts.found().isEmpty() && known.isEmpty()) {
            return;
        }
        var count = facts.unread().map(RoomUnread::total);
        var countNews = count.filter(
                now -> known.map(SentRoom::unread).filter(now::equals).isEmpty());
        var directNews = Optional.of(facts.direct())
                .filter(now -> !now.equals(known.map(SentRoom::direct).orElse(false)));
        var found = facts.found().filter(FoundRoom::isNews);
        if (found.isPresent() || countNews.isPresent() || directNews.isPresent()) {
            rooms.put(room, room(shown, found, countNews, directNews, known.flatMap(SentRoom::bumpStamp)));
        }
        if (facts.found().isPresent() || count.isPresent() || directNews.isPresent()) {
            sent.put(room, sent(window, shown, facts, known, count));
        }
    }

    private static Room room(
            ShownRoom shown,
            Optional<FoundRoom> found,
            Optional<RoomUnread.Count> unread,
            Optional<Boolean> direct,
            Optional<StreamPosition> bumpStampBefore) {
        return new Room(
                found.map(FoundRoom::initial).orElse(false),
                found.map(FoundRoom::expanded).orElse(false),
                shown.membership().membership(),
                shown.lists(),
                found.flatMap(FoundRoom::name),
                found.flatMap(FoundRoom::avatar),
                found.flatMap(FoundRoom::members),
                unread,
                direct,
                found.flatMap(FoundRoom::bumpStamp)
                        .filter(stamp -> bumpStampBefore.filter(stamp::equals).isEmpty()),
                found.map(FoundRoom::requiredState).orElse(List.of()),
                found.map(FoundRoom::removedState).orElse(Set.of()),
                found.map(FoundRoom::timeline),
                found.map(FoundRoom::live).orElse(0),
                Optional.empty());
    }

    private static SentRoom sent(
            SlidingWindow window,
            ShownRoom shown,
            Facts facts,
            Optional<SentRoom> known,
            Optional<RoomUnread.Count> count) {
        var found = facts.found();
        return new SentRoom(
                found.map(FoundRoom::upTo).or(() -> known.map(SentRoom::upTo)).orElse(window.upTo()),
                shown.membership().membership(),
                found.map(FoundRoom::state).or(() -> known.flatMap(SentRoom::state)),
                found.map(FoundRoom::newest)
                        .or(() -> known.map(SentRoom::newest))
                        .orElse(0),
                found.isPresent()
                        ? shown.config().requiredState()
                        : known.map(SentRoom::required).orElse(RequiredState.NOTHING),
                found.map(FoundRoom::memberEvents)
                        .or(() -> known.map(SentRoom::members))
                        .orElse(Map.of()),
                count.or(() -> known.map(SentRoom::unread)).orElse(RoomUnread.Count.NONE),
                count.isPresent()
                        ? window.upTo()
                        : known.map(SentRoom::readUpTo).orElse(window.upTo()),
                facts.direct(),
                found.flatMap(FoundRoom::bumpStamp).or(() -> known.flatMap(SentRoom::bumpStamp)));
    }
}
