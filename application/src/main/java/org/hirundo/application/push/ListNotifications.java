package org.hirundo.application.push;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.hirundo.application.accountdata.UserSettings;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.event.TimelineRange;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.receipt.EventThreads;
import org.hirundo.application.session.Requester;
import org.hirundo.application.stream.Stream;
import org.hirundo.application.timeline.Aggregations;
import org.hirundo.application.timeline.ClientEvent;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.push.PushActions;
import org.hirundo.domain.push.PushContext;
import org.hirundo.domain.push.PushDecision;
import org.hirundo.domain.push.PushSubject;
import org.hirundo.domain.receipt.ReadUpTo;
import org.hirundo.domain.receipt.ReceiptThread;
import org.hirundo.domain.room.Membership;

/**
 * A user looks through the notifications of the rooms they are in, newest first. Like the unread counts they are derived from
 * timelines and push rules as these are now, and never stored.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3notifications">GET /notifications</a>
 */
@Singleton
public final class ListNotifications {

    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;

    /** How many events of all rooms are read at a time, and of each room at least. */
    private static final int BATCH = 1_000;

    private static final int MIN_OF_ROOM = 5;

    /** After so many reads the client is asked to come again, so that no request takes long. */
    private static final int MAX_READS = 4;

    private final MembershipStore memberships;
    private final EventStore events;
    private final UserSettings settings;
    private final PushContexts contexts;
    private final ReadMarks readMarks;
    private final EventThreads threads;
    private final Aggregations aggregations;
    private final Stream stream;

    @Inject
    ListNotifications(
            MembershipStore memberships,
            EventStore events,
            UserSettings settings,
            PushContexts contexts,
            ReadMarks readMarks,
            EventThreads threads,
            Aggregations aggregations,
            Stream stream) {
        this.memberships = memberships;
        this.events = events;
        this.settings = settings;
        this.contexts = contexts;
        this.readMarks = readMarks;
        this.threads = threads;
        this.aggregations = aggregations;
        this.stream = stream;
    }

    /**
     * What is wanted.
     *
     * @param from the token of an earlier page
     * @param onlyHighlights whether only those are wanted that catch the eye
     */
    public record Wanted(Requester requester, Optional<String> from, OptionalInt limit, boolean onlyHighlights) {}

    /**
     * Some notifications.
     *
     * @param nextToken where to go on; empty when there are no more
     */
    public record Page(List<Notification> notifications, Optional<String> nextToken) {}

    /**
     * An event that the user was notified of.
     *
     * @param read whether the user has read it
     * @param timestamp when it was sent, milliseconds since the epoch
     */
    public record Notification(ClientEvent event, PushActions actions, boolean read, long timestamp) {}

    private record Notice(StoredEvent event, PushActions actions) {}

    /**
     * The notifications.
     *
     * @throws InvalidParam when the token is none of ours
     */
    public Page list(Wanted wanted) {
        wanted.requester().refuseGuest();
        var user = wanted.requester().user();
        int limit = Math.clamp(wanted.limit().orElse(DEFAULT_LIMIT), 1, MAX_LIMIT);
        var joined = new HashMap<RoomId, RoomMembership>();
        memberships.roomsOf(user).forEach((room, membership) -> {
            if (membership.membership() == Membership.JOIN) {
                joined.put(room, membership);
            }
        });
        var place = wanted.from().map(ListNotifications::position).orElseGet(stream::position);
        var judge = new Judge(wanted);
        var found = new ArrayList<Notice>();
        var left = Optional.of(place);
        for (int read = 0; read < MAX_READS && found.size() < limit && left.isPresent(); read++) {
            var window = window(joined, left.get());
            window.newestFirst().stream()
                    .flatMap(event -> judge.notice(event).stream())
                    .forEach(found::add);
            left = window.rest();
        }
        if (found.size() > limit) {
            left = Optional.of(before(found.get(limit - 1).event().position()));
        }
        return new Page(
                shown(wanted.requester(), found.subList(0, Math.min(limit, found.size()))),
                left.map(position -> Long.toString(position.value())));
    }

    private static StreamPosition position(String token) {
        try {
            return new StreamPosition(Long.parseLong(token));
        } catch (IllegalArgumentException malformed) {
            throw new InvalidParam("from is not a token of this endpoint");
        }
    }

    private static StreamPosition before(StreamPosition position) {
        return new StreamPosition(position.value() - 1);
    }

    /**
     * All events of the rooms in a range of the stream.
     *
     * @param rest the position up to which nothing was looked at; empty when there is nothing left
     */
    private record Window(List<StoredEvent> newestFirst, Optional<StreamPosition> rest) {}

    /**
     * The newest events of the rooms. Where a room has more than were read, nothing is known of what was before; so the window
     * ends where the first of these rooms does.
     */
    private Window window(Map<RoomId, RoomMembership> joined, StreamPosition upTo) {
        int ofRoom = Math.max(MIN_OF_ROOM, BATCH / Math.max(1, joined.size()));
        var ranges = new HashMap<RoomId, TimelineRange>();
        joined.forEach((room, membership) -> {
            if (upTo.isAfter(membership.since())) {
                ranges.put(room, new TimelineRange(membership.since(), upTo, ofRoom));
            }
        });
        var timelines = ranges.isEmpty() ? Map.<RoomId, List<StoredEvent>>of() : events.timelines(ranges);
        var start = timelines.values().stream()
                .filter(timeline -> timeline.size() == ofRoom)
                .map(timeline -> timeline.getFirst().position())
                .max(Comparator.naturalOrder());
        var within = timelines.values().stream()
                .flatMap(List::stream)
                .filter(event -> start.isEmpty() || !start.get().isAfter(event.position()))
                .sorted(Comparator.comparing(StoredEvent::position).reversed())
                .toList();
        return new Window(within, start.map(ListNotifications::before));
    }

    /** Decides what notifies the user. */
    private final class Judge {

        private final Wanted wanted;
        private final Map<RoomId, Optional<PushContext>> rooms = new HashMap<>();

        Judge(Wanted wanted) {
            this.wanted = wanted;
        }

        Optional<Notice> notice(StoredEvent stored) {
            return Optional.of(decision(stored))
                    .filter(PushDecision::notifies)
                    .filter(decision -> decision.highlights() || !wanted.onlyHighlights())
                    .map(decision -> new Notice(stored, decision.actions()));
        }

        private PushDecision decision(StoredEvent stored) {
            var user = wanted.requester().user();
            var event = stored.event();
            if (stored.redactedBy().isPresent()
                    || event.sender().equals(user)
                    || settings.ignored(user).contains(event.sender())) {
                return PushDecision.NONE;
            }
            return rooms.computeIfAbsent(event.roomId(), room -> contexts.of(room, user))
                    .map(context -> settings.pushEvaluator(user).evaluate(PushSubject.of(event), context))
                    .orElse(PushDecision.NONE);
        }
    }

    private List<Notification> shown(Requester reader, List<Notice> notices) {
        var stored = notices.stream().map(Notice::event).toList();
        var read = readUpTo(reader, stored);
        var inThreads = threads.of(stored.stream().map(StoredEvent::event).toList());
        var forClient = aggregations.bundled(reader, stored);
        var shown = new ArrayList<Notification>();
        for (int number = 0; number < notices.size(); number++) {
            var event = stored.get(number);
            var thread = inThreads.getOrDefault(event.id(), ReceiptThread.mainTimeline());
            var upTo = read.getOrDefault(event.event().roomId(), ReadUpTo.NOTHING);
            shown.add(new Notification(
                    forClient.get(number),
                    notices.get(number).actions(),
                    upTo.covers(thread, event.position().value()),
                    event.event().originServerTs()));
        }
        return shown;
    }

    private Map<RoomId, ReadUpTo> readUpTo(Requester reader, List<StoredEvent> events) {
        Set<RoomId> rooms = new HashSet<>();
        events.forEach(event -> rooms.add(event.event().roomId()));
        return rooms.isEmpty() ? Map.of() : readMarks.of(reader.user(), rooms);
    }
}
