package org.hirundo.application.sync;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hirundo.application.accountdata.UserSettings;
import org.hirundo.application.cache.States;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.sync.RoomChanges.Look;
import org.hirundo.application.sync.SlidingAnswer.Hero;
import org.hirundo.application.sync.SlidingAnswer.Members;
import org.hirundo.application.sync.SlidingState.SentRoom;
import org.hirundo.application.sync.SyncAnswer.MemberSummary;
import org.hirundo.application.sync.SyncAnswer.Timeline;
import org.hirundo.application.timeline.Aggregations;
import org.hirundo.application.timeline.ClientEvent;
import org.hirundo.application.timeline.ClientEvents;
import org.hirundo.application.timeline.GraphToken;
import org.hirundo.application.timeline.Visibility;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonNull;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.json.JsonValue;
import org.hirundo.domain.room.Membership;
import org.hirundo.domain.state.StateDelta;
import org.hirundo.domain.state.StateMap;

/**
 * What happened in the timelines and states of rooms that the user is or was in, gathered for all rooms at once.
 *
 * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/4186">MSC4186, Room results</a>
 */
@Singleton
final class SlidingTimelines {

    private final RoomChanges roomChanges;
    private final States states;
    private final EventStore events;
    private final Visibility visibility;
    private final Aggregations aggregations;
    private final ClientEvents clientEvents;
    private final MemberSummaries summaries;
    private final RoomActivity activity;
    private final UserSettings settings;
    private final ChangeIndex changes;

    @Inject
    SlidingTimelines(
            RoomChanges roomChanges,
            States states,
            EventStore events,
            Visibility visibility,
            Aggregations aggregations,
            ClientEvents clientEvents,
            MemberSummaries summaries,
            RoomActivity activity,
            UserSettings settings,
            ChangeIndex changes) {
        this.roomChanges = roomChanges;
        this.states = states;
        this.events = events;
        this.visibility = visibility;
        this.aggregations = aggregations;
        this.clientEvents = clientEvents;
        this.summaries = summaries;
        this.activity = activity;
        this.settings = settings;
        this.changes = changes;
    }

    /**
     * A room that has to be looked at.
     *
     * @param known what the client knows of it; empty when it knows nothing of it, or of the time before the user came back
     * @param wider whether more of the timeline is wanted than it has
     */
    private record Task(ShownRoom shown, Optional<SentRoom> known, boolean wider, StreamPosition upTo) {

        RoomId room() {
            return shown.room();
        }

        int limit() {
            return limitOf(shown);
        }

        boolean initial() {
            return known.isEmpty();
        }

        Look look() {
            return new Look(room(), wider ? Optional.empty() : known.map(SentRoom::upTo), upTo, initial());
        }
    }

    /**
     * What happened in a room, before it is made ready for the client.
     *
     * @param name the snapshot of {@code after}
     * @param after the state that the client is told changes up to
     * @param delta what changed since the state that it knows
     */
    private record Happened(
            Task task, RoomChange change, EventId name, StateMap after, StateDelta delta, List<StoredEvent> timeline) {

        boolean hides() {
            return task.limit() == 0;
        }
    }

    /** What is shown of a state: events, and the memberships that the client has then. */
    private record Selected(Set<EventId> events, Map<UserId, EventId> members) {}

    /** What happened in those of the rooms in which anything did, or of which more is wanted than the client has. */
    Map<RoomId, FoundRoom> of(SlidingWindow window, Collection<ShownRoom> shown) {
        var tasks = shown.stream().flatMap(room -> task(window, room).stream()).toList();
        if (tasks.isEmpty()) {
            return Map.of();
        }
        var happened = happened(window, tasks);
        var members = summaries.of(
                window.user(),
                happened.stream()
                        .filter(room -> room.task().shown().membership().membership() == Membership.JOIN)
                        .map(Happened::change)
                        .toList());
        var selected = new HashMap<RoomId, Selected>();
        happened.forEach(room -> selected.put(room.task().room(), select(room)));
        var faces = faces(happened, members, selected);
        var rendered = render(window, happened, selected, faces);
        var bumpStamps = bumpStamps(happened);
        var found = new LinkedHashMap<RoomId, FoundRoom>();
        for (var room : happened) {
            var id = room.task().room();
            found.put(
                    id,
                    found(
                            window,
                            room,
                            Objects.requireNonNull(selected.get(id)),
                            rendered,
                            faces,
                            Optional.ofNullable(members.get(id)),
                            Optional.ofNullable(bumpStamps.get(id))));
        }
        return found;
    }

    private static int limitOf(ShownRoom shown) {
        return Math.min(shown.config().timelineLimit(), RoomChanges.MAX_LIMIT);
    }

    private Optional<Task> task(SlidingWindow window, ShownRoom shown) {
        var sent = Optional.ofNullable(window.known().rooms().get(shown.room()));
        var membership = shown.membership();
        return switch (membership.membership()) {
            case INVITE, KNOCK -> Optional.empty();
            case LEAVE, BAN -> {
                var upTo = membership.since();
                boolean news = sent.isEmpty() || upTo.isAfter(sent.get().upTo());
                var known = sent.filter(before -> before.state().isPresent() || !shown.wasIn());
                yield news ? Optional.of(new Task(shown, known, false, upTo)) : Optional.empty();
            }
            case JOIN -> {
                var known = sent.filter(before -> before.membership() == Membership.JOIN);
                boolean wider =
                        known.filter(before -> before.newest() < limitOf(shown)).isPresent();
                boolean news = known.isEmpty()
                        || wider
                        || !shown.config().requiredState().isWithin(known.get().required())
                        || changes.lastEvent(shown.room())
                                .filter(last -> last.isAfter(known.get().upTo()))
                                .isPresent();
                yield news ? Optional.of(new Task(shown, known, wider, window.upTo())) : Optional.empty();
            }
        };
    }

    /** One read of the timelines for each number of events that is wanted. */
    private List<Happened> happened(SlidingWindow window, List<Task> tasks) {
        var byLimit = tasks.stream().collect(Collectors.groupingBy(task -> Math.max(1, task.limit())));
        var found = new HashMap<RoomId, RoomChange>();
        byLimit.forEach((limit, some) ->
                found.putAll(roomChanges.of(some.stream().map(Task::look).toList(), limit)));
        var visible = visible(window, found.values());
        var names = new HashSet<EventId>();
        tasks.forEach(task -> task.known().flatMap(SentRoom::state).ifPresent(names::add));
        var known = states.of(names);
        var happened = new ArrayList<Happened>();
        for (var task : tasks) {
            var change = found.get(task.room());
            if (change != null) {
                happened(window, task, change, known, visible).ifPresent(happened::add);
            }
        }
        return happened;
    }

    private static Optional<Happened> happened(
            SlidingWindow window, Task task, RoomChange change, Map<EventId, StateMap> known, Set<EventId> visible) {
        var before = task.known().flatMap(SentRoom::state);
        var name = change.timeline().isEmpty()
                ? before
                : Optional.of(change.timeline().getLast().stateAfter());
        if (name.isEmpty()) {
            // The room is newer than the window.
            return Optional.empty();
        }
        var state = before.map(known::get).orElse(StateMap.EMPTY);
        var current = change.timeline().isEmpty() ? state : change.after();
        var after = task.shown().wasIn() ? current : unseen(StateTuple.member(window.user()), state, current);
        var shown = change.timeline().stream()
                .filter(event -> visible.contains(event.id()))
                .toList();
        return Optional.of(new Happened(task, change, name.get(), after, state.diff(after), shown));
    }

    /** Who is not in a room when their membership changes is shown that of its state alone. */
    private static StateMap unseen(StateTuple membership, StateMap known, StateMap current) {
        return current.get(membership)
                .map(event -> known.with(membership, event))
                .orElse(known);
    }

    private Set<EventId> visible(SlidingWindow window, Collection<RoomChange> found) {
        var ignored = settings.ignored(window.user());
        var all = found.stream().flatMap(change -> change.timeline().stream()).toList();
        return visibility.filter(window.user(), all).stream()
                .filter(event -> event.event().isState()
                        || !ignored.contains(event.event().sender()))
                .map(StoredEvent::id)
                .collect(Collectors.toSet());
    }

    private Selected select(Happened room) {
        var wanted = room.task().shown().config().requiredState();
        var known = room.task().known();
        var selected = new HashMap<StateTuple, EventId>();
        if (known.isEmpty()) {
            selected.putAll(wanted.select(room.after()));
        } else {
            room.delta().set().forEach((tuple, event) -> {
                if (wanted.includes(tuple)) {
                    selected.put(tuple, event);
                }
            });
            var before = known.get().required();
            if (!wanted.isWithin(before)) {
                wanted.select(room.after()).forEach((tuple, event) -> {
                    if (!before.includes(tuple)) {
                        selected.put(tuple, event);
                    }
                });
            }
        }
        var members = new HashMap<>(
                hasGap(room)
                        ? Map.<UserId, EventId>of()
                        : known.map(SentRoom::members).orElse(Map.of()));
        if (wanted.lazyMembers()) {
            selected.putAll(lazyMembers(room, members));
            selected.forEach((tuple, event) -> {
                if (tuple.type().equals(EventType.MEMBER)) {
                    UserId.find(tuple.stateKey()).ifPresent(member -> members.put(member, event));
                }
            });
        }
        return new Selected(new LinkedHashSet<>(selected.values()), Map.copyOf(members));
    }

    private static boolean hasGap(Happened room) {
        return room.change().limited() && !room.task().wider();
    }

    /**
     * The memberships of those who sent the events or are their subject, and, where nothing is left out, all that changed; without
     * those that the client has.
     */
    private static Map<StateTuple, EventId> lazyMembers(Happened room, Map<UserId, EventId> sent) {
        var wanted = new HashMap<StateTuple, EventId>();
        if (!room.hides()) {
            room.timeline().stream()
                    .flatMap(event -> Stream.concat(
                            Stream.of(StateTuple.member(event.event().sender())), event.event().stateTuple().stream()))
                    .filter(tuple -> tuple.type().equals(EventType.MEMBER))
                    .forEach(tuple -> room.after().get(tuple).ifPresent(event -> wanted.put(tuple, event)));
        }
        if (!room.task().initial() && !room.change().limited()) {
            room.delta().set().forEach((tuple, event) -> {
                if (tuple.type().equals(EventType.MEMBER)) {
                    wanted.put(tuple, event);
                }
            });
        }
        wanted.entrySet().removeIf(entry -> UserId.find(entry.getKey().stateKey())
                .map(sent::get)
                .filter(entry.getValue()::equals)
                .isPresent());
        return wanted;
    }

    /** The events from which names, avatars and heroes are read, and those of the selected state: one read. */
    private Map<EventId, StoredEvent> faces(
            List<Happened> happened, Map<RoomId, MemberSummary> members, Map<RoomId, Selected> selected) {
        var wanted = new HashSet<EventId>();
        selected.values().forEach(some -> wanted.addAll(some.events()));
        for (var room : happened) {
            for (var type : List.of(EventType.NAME, EventType.AVATAR)) {
                if (isTold(room, type)) {
                    room.after().get(type).ifPresent(wanted::add);
                }
            }
            Optional.ofNullable(members.get(room.task().room())).stream()
                    .flatMap(summary -> summary.heroes().stream())
                    .forEach(hero -> room.after().get(StateTuple.member(hero)).ifPresent(wanted::add));
        }
        return wanted.isEmpty() ? Map.of() : events.events(wanted);
    }

    private static boolean isTold(Happened room, EventType type) {
        var tuple = StateTuple.of(type);
        return room.delta().set().containsKey(tuple) || room.delta().removed().contains(tuple);
    }

    /** Makes all events of all rooms ready for the client in one go. */
    private Map<EventId, ClientEvent> render(
            SlidingWindow window,
            List<Happened> happened,
            Map<RoomId, Selected> selected,
            Map<EventId, StoredEvent> found) {
        var state = new HashMap<EventId, StoredEvent>();
        selected.values().forEach(some -> some.events()
                .forEach(id -> Optional.ofNullable(found.get(id)).ifPresent(event -> state.put(id, event))));
        var rendered = new HashMap<EventId, ClientEvent>();
        clientEvents.ofState(List.copyOf(state.values())).forEach(event -> rendered.put(event.id(), event));
        var shown = happened.stream().filter(room -> !room.hides()).toList();
        var timelines = shown.stream().flatMap(room -> room.timeline().stream()).toList();
        // Where nothing is left out the client hears of all that the aggregations are made of.
        var parents = shown.stream()
                .filter(room -> room.change().limited()
                        || room.task().initial()
                        || room.task().wider())
                .flatMap(room -> room.timeline().stream())
                .toList();
        aggregations
                .bundled(window.requester(), timelines, parents, window.upTo())
                .forEach(event -> rendered.put(event.id(), event));
        return rendered;
    }

    /** The last proper activity in those of the rooms where it may have changed. */
    private Map<RoomId, StreamPosition> bumpStamps(List<Happened> happened) {
        var stamps = new HashMap<RoomId, StreamPosition>();
        var unseen = new HashMap<RoomId, StreamPosition>();
        for (var room : happened) {
            var membership = room.task().shown().membership();
            var timeline = room.change().timeline();
            if (membership.membership() != Membership.JOIN) {
                stamps.put(room.task().room(), membership.since());
            } else {
                RoomActivity.proper(timeline)
                        .ifPresentOrElse(stamp -> stamps.put(room.task().room(), stamp), () -> {
                            if (!timeline.isEmpty() && (room.task().initial() || hasGap(room))) {
                                unseen.put(
                                        room.task().room(), timeline.getFirst().position());
                            }
                        });
            }
        }
        stamps.putAll(activity.properBefore(unseen));
        return stamps;
    }

    private static FoundRoom found(
            SlidingWindow window,
            Happened room,
            Selected selected,
            Map<EventId, ClientEvent> rendered,
            Map<EventId, StoredEvent> faces,
            Optional<MemberSummary> members,
            Optional<StreamPosition> bumpStamp) {
        var task = room.task();
        var wanted = task.shown().config().requiredState();
        var shown = room.hides() ? List.<StoredEvent>of() : room.timeline();
        return new FoundRoom(
                task.room(),
                task.initial(),
                task.wider(),
                task.upTo().max(window.upTo()),
                room.name(),
                newest(room),
                timeline(room, shown, rendered),
                window.known().initial()
                        ? 0
                        : (int) shown.stream()
                                .filter(event ->
                                        event.position().isAfter(window.known().upTo()))
                                .count(),
                render(selected.events(), rendered),
                room.delta().removed().stream().filter(wanted::includes).collect(Collectors.toUnmodifiableSet()),
                selected.members(),
                face(room, EventType.NAME, "name", faces),
                face(room, EventType.AVATAR, "url", faces),
                members.map(summary -> new Members(
                        summary.heroes().stream()
                                .map(hero -> hero(hero, room.after(), faces))
                                .toList(),
                        summary.joined(),
                        summary.invited())),
                bumpStamp);
    }

    private static Timeline timeline(Happened room, List<StoredEvent> shown, Map<EventId, ClientEvent> rendered) {
        var change = room.change();
        var ids = shown.stream().map(StoredEvent::id).toList();
        boolean limited = room.hides() ? !change.timeline().isEmpty() : change.limited();
        var start = room.hides() && !change.timeline().isEmpty()
                ? Optional.of(GraphToken.after(change.timeline().getLast()))
                : change.start().map(GraphToken::of);
        return new Timeline(render(ids, rendered), limited, start.map(GraphToken::toString));
    }

    private static int newest(Happened room) {
        var change = room.change();
        if (room.hides()) {
            return 0;
        }
        int shown = change.timeline().size();
        if (change.limited()) {
            return shown;
        }
        // Without a gap these follow what the client has; without anything known before them they are all there is.
        int before = room.task().initial() || room.task().wider()
                ? Integer.MAX_VALUE
                : room.task().known().map(SentRoom::newest).orElse(0);
        return before > Integer.MAX_VALUE - shown ? Integer.MAX_VALUE : before + shown;
    }

    private static List<ClientEvent> render(Collection<EventId> ids, Map<EventId, ClientEvent> rendered) {
        return ids.stream().map(rendered::get).filter(Objects::nonNull).toList();
    }

    /** What a state event shows of the room, null when it shows nothing any more; empty when that did not change. */
    private static Optional<JsonValue> face(
            Happened room, EventType type, String member, Map<EventId, StoredEvent> faces) {
        if (!isTold(room, type)) {
            return Optional.empty();
        }
        Optional<JsonValue> text = room.after()
                .get(type)
                .map(faces::get)
                .flatMap(event -> event.event().content().string(member))
                .filter(value -> !value.isEmpty())
                .map(JsonString::new);
        return text.or(() -> room.task().initial() ? Optional.empty() : Optional.of(JsonNull.NULL));
    }

    private static Hero hero(UserId hero, StateMap state, Map<EventId, StoredEvent> faces) {
        var content = state.get(StateTuple.member(hero))
                .map(faces::get)
                .map(event -> event.event().content())
                .orElse(JsonObject.EMPTY);
        return new Hero(hero, content.string("displayname"), content.string("avatar_url"));
    }
}
