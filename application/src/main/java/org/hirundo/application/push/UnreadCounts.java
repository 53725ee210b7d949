package org.hirundo.application.push;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hirundo.application.accountdata.UserSettings;
import org.hirundo.application.cache.ByteBoundedCache;
import org.hirundo.application.cache.MemoryBudget;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.event.TimelineRange;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.port.stream.ReceiptChange;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.receipt.EventThreads;
import org.hirundo.application.stream.Committed;
import org.hirundo.application.stream.Stream;
import org.hirundo.application.stream.StreamListener;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.push.PushSubject;
import org.hirundo.domain.receipt.ReadUpTo;
import org.hirundo.domain.receipt.ReceiptThread;

/**
 * How much users have not read, derived from receipts, timelines and push rules and never stored: so it cannot come apart
 * from them, and a message costs nothing for members who do not sync.
 *
 * <p>Who syncs is counted further from where the last count ended; a receipt makes the count of its room start over from the
 * place that was read.
 */
@Singleton
public final class UnreadCounts implements StreamListener {

    /** What is further back than so many events does not count: no client shows a larger number. */
    private static final int MAX_EVENTS = 500;

    private final EventStore events;
    private final ReadMarks readMarks;
    private final UserSettings settings;
    private final PushContexts contexts;
    private final EventThreads threads;
    private final ByteBoundedCache<Key, Unread> known;

    /** Which counts are being made, each by whom last: a receipt that comes meanwhile makes them void. */
    private final ConcurrentHashMap<Key, Object> counting = new ConcurrentHashMap<>();

    private record Key(UserId user, RoomId room) {}

    /**
     * @param since the membership that is counted for: a user who came back begins anew
     * @param upTo up to where events were looked at
     */
    private record Unread(StreamPosition since, StreamPosition upTo, ReadUpTo read, List<Notice> notices) {}

    /** An event that notifies. */
    private record Notice(EventId event, StreamPosition position, ReceiptThread thread, boolean highlight) {}

    @Inject
    UnreadCounts(
            EventStore events,
            ReadMarks readMarks,
            UserSettings settings,
            PushContexts contexts,
            EventThreads threads,
            Stream stream,
            MemoryBudget budget) {
        this.events = events;
        this.readMarks = readMarks;
        this.settings = settings;
        this.contexts = contexts;
        this.threads = threads;
        known = new ByteBoundedCache<>(
                budget, (key, unread) -> 400 + 160L * unread.notices().size());
        stream.listen(this);
    }

    /**
     * The counts of a user in rooms they are joined to, events up to the position considered.
     *
     * <p>Two reads for rooms that were not counted lately, one for what came since; none where memory knows.
     */
    public Map<RoomId, RoomUnread> of(UserId user, Map<RoomId, RoomMembership> joined, StreamPosition upTo) {
        return counted(user, joined, upTo, UnreadCounts::sum);
    }

    /** The unread events that notify a user in rooms they are joined to, with the reads of {@link #of}. */
    Map<RoomId, Set<EventId>> events(UserId user, Map<RoomId, RoomMembership> joined, StreamPosition upTo) {
        return counted(user, joined, upTo, unread -> unread.notices().stream()
                .map(Notice::event)
                .collect(Collectors.toSet()));
    }

    private <T> Map<RoomId, T> counted(
            UserId user, Map<RoomId, RoomMembership> joined, StreamPosition upTo, Function<Unread, T> result) {
        var count = new Object();
        joined.keySet().forEach(room -> counting.put(new Key(user, room), count));
        try {
            return counted(user, joined, upTo, count, result);
        } finally {
            joined.keySet().forEach(room -> counting.remove(new Key(user, room), count));
        }
    }

    private <T> Map<RoomId, T> counted(
            UserId user,
            Map<RoomId, RoomMembership> joined,
            StreamPosition upTo,
            Object count,
            Function<Unread, T> result) {
        var counted = counted(user, joined);
        var ranges = new HashMap<RoomId, TimelineRange>();
        counted.forEach((room, unread) -> {
            if (upTo.isAfter(unread.upTo())) {
                ranges.put(room, new TimelineRange(unread.upTo(), upTo, MAX_EVENTS));
            }
        });
        var timelines = ranges.isEmpty() ? Map.<RoomId, List<StoredEvent>>of() : events.timelines(ranges);
        var answer = new HashMap<RoomId, T>();
        counted.forEach((room, unread) -> {
            var after = upTo.isAfter(unread.upTo())
                    ? countOn(user, room, unread, timelines.getOrDefault(room, List.of()), upTo)
                    : unread;
            counting.computeIfPresent(new Key(user, room), (key, latest) -> {
                if (latest == count) {
                    known.put(key, after);
                }
                return latest;
            });
            answer.put(room, result.apply(after));
        });
        return answer;
    }

    private Map<RoomId, Unread> counted(UserId user, Map<RoomId, RoomMembership> joined) {
        var counted = new HashMap<RoomId, Unread>();
        var missing = new HashSet<RoomId>();
        joined.forEach((room, membership) -> known.get(new Key(user, room))
                .filter(unread -> unread.since().equals(membership.since()))
                .ifPresentOrElse(unread -> counted.put(room, unread), () -> missing.add(room)));
        if (!missing.isEmpty()) {
            var read = readMarks.of(user, missing);
            joined.forEach((room, membership) -> {
                if (!missing.contains(room)) {
                    return;
                }
                var since = membership.since();
                var upTo = read.getOrDefault(room, ReadUpTo.NOTHING);
                var start = since.max(new StreamPosition(Math.max(0, upTo.everywhere())));
                counted.put(room, new Unread(since, start, upTo, List.of()));
            });
        }
        return counted;
    }

    private Unread countOn(UserId user, RoomId room, Unread before, List<StoredEvent> timeline, StreamPosition upTo) {
        var read = before.read();
        var notices = new ArrayList<>(before.notices());
        if (!timeline.isEmpty()) {
            var evaluator = settings.pushEvaluator(user);
            var ignored = settings.ignored(user);
            var context = contexts.of(room, user);
            var gone = redacted(timeline);
            notices.removeIf(notice -> gone.contains(notice.event()));
            var inThreads = threads.of(timeline.stream().map(StoredEvent::event).toList());
            for (var stored : timeline) {
                var event = stored.event();
                var thread = inThreads.getOrDefault(event.id(), ReceiptThread.mainTimeline());
                if (event.sender().equals(user)) {
                    // Who writes has read what was there.
                    read = read.with(thread, stored.position().value());
                } else if (!ignored.contains(event.sender())
                        && stored.redactedBy().isEmpty()
                        && context.isPresent()) {
                    var decision = evaluator.evaluate(PushSubject.of(event), context.get());
                    if (decision.notifies()) {
                        notices.add(new Notice(event.id(), stored.position(), thread, decision.highlights()));
                    }
                }
            }
        }
        var upToNow = read;
        notices.removeIf(
                notice -> upToNow.covers(notice.thread(), notice.position().value()));
        return new Unread(before.since(), upTo, read, List.copyOf(notices));
    }

    /** What is redacted by events of the timeline. */
    private Set<EventId> redacted(List<StoredEvent> timeline) {
        var targets = timeline.stream()
                .map(StoredEvent::event)
                .filter(event -> event.isType(EventType.REDACTION))
                .flatMap(event -> event.redacts().stream())
                .collect(Collectors.toSet());
        return targets.isEmpty()
                ? Set.of()
                : events.events(targets).values().stream()
                        .filter(target -> target.redactedBy().isPresent())
                        .map(StoredEvent::id)
                        .collect(Collectors.toSet());
    }

    private static RoomUnread sum(Unread unread) {
        var main = RoomUnread.Count.NONE;
        var threads = new HashMap<EventId, RoomUnread.Count>();
        for (var notice : unread.notices()) {
            var one = new RoomUnread.Count(1, notice.highlight() ? 1 : 0);
            if (notice.thread() instanceof ReceiptThread.Rooted(var root)) {
                threads.merge(root, one, RoomUnread.Count::plus);
            } else {
                main = main.plus(one);
            }
        }
        return new RoomUnread(main, threads);
    }

    @Override
    public void committed(List<Committed> batch) {
        for (var committed : batch) {
            if (committed.change() instanceof ReceiptChange receipt) {
                counting.compute(new Key(receipt.user(), receipt.room()), (key, count) -> {
                    known.remove(key);
                    return null;
                });
            }
        }
    }
}
