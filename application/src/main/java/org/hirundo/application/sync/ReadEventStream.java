package org.hirundo.application.sync;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hirundo.application.accountdata.UserSettings;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.room.RoomHeads;
import org.hirundo.application.session.Requester;
import org.hirundo.application.stream.EphemeralStream;
import org.hirundo.application.stream.Stream;
import org.hirundo.application.timeline.Aggregations;
import org.hirundo.application.timeline.ClientEvent;
import org.hirundo.application.timeline.Visibility;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.Membership;

/**
 * Tells the events that come, one after the other: those of the rooms a user is in, or of one room that everybody may look into.
 *
 * <p>Clients use {@link Sync} in its place, but for rooms that they only look into.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3events">GET /events</a>
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#room-previews">Room previews</a>
 */
@Singleton
public final class ReadEventStream {

    /** How many events of all rooms are looked at in one read, and so the most there are in one answer. */
    private static final int BATCH = 100;

    /** Whoever is so many batches behind is answered with nothing for now, and comes back from further on. */
    private static final int BATCHES = 20;

    private final LongPoll poll;
    private final Stream stream;
    private final EphemeralStream ephemeral;
    private final EventStore events;
    private final MembershipStore memberships;
    private final RoomHeads heads;
    private final Visibility visibility;
    private final UserSettings settings;
    private final Aggregations aggregations;

    @Inject
    ReadEventStream(
            LongPoll poll,
            Stream stream,
            EphemeralStream ephemeral,
            EventStore events,
            MembershipStore memberships,
            RoomHeads heads,
            Visibility visibility,
            UserSettings settings,
            Aggregations aggregations) {
        this.poll = poll;
        this.stream = stream;
        this.ephemeral = ephemeral;
        this.events = events;
        this.memberships = memberships;
        this.heads = heads;
        this.visibility = visibility;
        this.settings = settings;
        this.aggregations = aggregations;
    }

    /**
     * What is asked for.
     *
     * @param room the one room to look into; empty for all rooms that the requester is in
     * @param from the end of the answer before; empty to begin now
     * @param timeout how long to wait for an event
     */
    public record Wanted(Requester requester, Optional<RoomId> room, Optional<SyncToken> from, Duration timeout) {}

    /**
     * Events in the order in which they came.
     *
     * @param end the place after them, or after those that the requester may not see
     */
    public record Part(SyncToken start, SyncToken end, List<ClientEvent> chunk) {}

    /**
     * The first events after the token, or the first that come.
     *
     * @throws Forbidden when the requester is not in the room and not everybody may look into it
     */
    public Part read(Wanted wanted) {
        var user = wanted.requester().user();
        wanted.room().ifPresent(room -> checkMayLook(user, room));
        var start = wanted.from()
                .orElseGet(() -> new SyncToken(
                        stream.position(), ephemeral.epoch(), ephemeral.position(), Optional.of(StreamPosition.START)));
        Predicate<Found> enough = found -> !found.shown().isEmpty() || found.more();
        var found = wanted.room().isPresent()
                ? poll.find(wanted.room().get(), wanted.timeout(), () -> look(wanted, start), enough)
                : poll.find(user, wanted.timeout(), () -> look(wanted, start), enough);
        return new Part(start, at(start, found.end()), aggregations.bundled(wanted.requester(), found.shown()));
    }

    private void checkMayLook(UserId user, RoomId room) {
        boolean mayLook = isJoined(user, room)
                || heads.find(room)
                        .filter(live -> live.summary().worldReadable())
                        .isPresent();
        if (!mayLook) {
            throw new Forbidden("You are not a member of the room.");
        }
    }

    private boolean isJoined(UserId user, RoomId room) {
        return memberships
                .find(room, user)
                .filter(membership -> membership.membership() == Membership.JOIN)
                .isPresent();
    }

    /** Of messages to the device nothing is told here, so they are delivered no further than they were. */
    private static SyncToken at(SyncToken start, StreamPosition end) {
        return new SyncToken(end, start.epoch(), start.ephemeral(), Optional.of(start.delivered()));
    }

    /**
     * What was found in a part of the stream.
     *
     * @param more whether the part ends before the stream does
     */
    private record Found(List<StoredEvent> shown, StreamPosition end, boolean more) {}

    private Found look(Wanted wanted, SyncToken start) {
        var upTo = stream.position().max(start.durable());
        var after = start.durable();
        for (int batch = 0; batch < BATCHES; batch++) {
            var some = events.inStreamOrder(after, upTo, BATCH);
            boolean more = some.size() == BATCH;
            after = more ? some.getLast().position() : upTo;
            var shown = shown(wanted, some);
            if (!shown.isEmpty() || !more) {
                return new Found(shown, after, more);
            }
        }
        return new Found(List.of(), after, true);
    }

    private List<StoredEvent> shown(Wanted wanted, List<StoredEvent> some) {
        var user = wanted.requester().user();
        var ignored = settings.ignored(user);
        var rooms = wanted.room().map(Set::of).orElseGet(() -> joinedAmong(user, some));
        var own = StateTuple.member(user);
        var candidates = some.stream()
                .filter(stored -> rooms.contains(stored.event().roomId())
                        || (wanted.room().isEmpty() && isAbout(stored.event(), own)))
                .filter(stored -> stored.event().isState()
                        || !ignored.contains(stored.event().sender()))
                .toList();
        return visibility.filter(user, candidates);
    }

    private static boolean isAbout(Event event, StateTuple tuple) {
        return event.stateTuple().filter(tuple::equals).isPresent();
    }

    private Set<RoomId> joinedAmong(UserId user, List<StoredEvent> some) {
        if (some.isEmpty()) {
            return Set.of();
        }
        var joined = memberships.roomsOf(user).values().stream()
                .filter(membership -> membership.membership() == Membership.JOIN)
                .map(RoomMembership::room)
                .collect(Collectors.toSet());
        joined.retainAll(some.stream().map(stored -> stored.event().roomId()).collect(Collectors.toSet()));
        return joined;
    }
}
