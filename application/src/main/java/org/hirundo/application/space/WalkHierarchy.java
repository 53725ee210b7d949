package org.hirundo.application.space;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.room.LiveRoom;
import org.hirundo.application.room.RoomHeads;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.space.SpaceChild;

/**
 * Walks through a space and the spaces in it, depth first, and tells of each room that the requester may see, once. Where a room
 * is hidden, so is what is under it.
 *
 * <p>Nothing is kept between pages: each walks anew up to where it starts, past rooms that the pages before left in memory.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv1roomsroomidhierarchy">GET …/hierarchy</a>
 */
@Singleton
public final class WalkHierarchy {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    private static final int DEFAULT_DEPTH = 20;
    private static final int MAX_DEPTH = 100;

    /** How many rooms are looked at for one page, so that no request takes long, whatever tree somebody has planted. */
    private static final int MAX_LOOKED_AT = 5000;

    private final RoomPreviews previews;
    private final RoomHeads heads;
    private final EventStore events;
    private final RateLimiter limits;

    @Inject
    WalkHierarchy(RoomPreviews previews, RoomHeads heads, EventStore events, RateLimiter limits) {
        this.previews = previews;
        this.heads = heads;
        this.events = events;
        this.limits = limits;
    }

    /**
     * What is wanted.
     *
     * @param suggestedOnly whether only rooms that their space recommends count
     * @param limit how many rooms at most
     * @param maxDepth how far to go, 0 for the space alone
     * @param from the token to go on at
     */
    public record Wanted(
            Requester requester,
            RoomId space,
            boolean suggestedOnly,
            OptionalInt limit,
            OptionalInt maxDepth,
            Optional<String> from) {}

    /**
     * A room of the tree.
     *
     * @param children what is under it, as far as it is wanted; empty when the room is no space
     */
    public record Found(RoomPreview room, List<SpaceChild> children) {}

    /**
     * A part of the tree.
     *
     * @param nextBatch where to go on; empty at the end
     */
    public record Page(List<Found> rooms, Optional<String> nextBatch) {}

    private record Place(RoomId room, int depth) {}

    /**
     * Walks through the space.
     *
     * @throws InvalidParam when a limit makes no sense, the token is none of ours, or something else is wanted than before
     * @throws Forbidden when the requester may not see the space, or there is none; nobody learns which
     */
    public Page walk(Wanted wanted) {
        wanted.requester().refuseGuest();
        limits.spend(wanted.requester(), Cost.SEARCH);
        var start = start(wanted);
        int limit = limit(wanted);
        var reader = previews.reader(wanted.requester().user());
        if (previews.find(reader, wanted.space()).isEmpty()) {
            throw new Forbidden("You are not allowed to view this room.");
        }
        var places = new ArrayDeque<Place>();
        places.push(new Place(wanted.space(), 0));
        var known = new HashSet<RoomId>();
        var page = new ArrayList<Found>();
        int seen = 0;
        while (!places.isEmpty() && known.size() < MAX_LOOKED_AT) {
            var place = places.pop();
            if (!known.add(place.room())) {
                continue;
            }
            var preview = previews.find(reader, place.room());
            if (preview.isEmpty()) {
                continue;
            }
            if (page.size() == limit) {
                return new Page(
                        page,
                        Optional.of(new HierarchyToken(seen, start.maxDepth(), start.suggestedOnly()).toString()));
            }
            var children = children(preview.get(), start.suggestedOnly());
            if (seen >= start.seen()) {
                page.add(new Found(preview.get(), children));
            }
            seen++;
            if (place.depth() < start.maxDepth()) {
                children.reversed().forEach(child -> places.push(new Place(child.room(), place.depth() + 1)));
            }
        }
        return new Page(page, Optional.empty());
    }

    private static HierarchyToken start(Wanted wanted) {
        if (wanted.maxDepth().orElse(0) < 0) {
            throw new InvalidParam("max_depth must not be negative");
        }
        int depth = Math.min(wanted.maxDepth().orElse(DEFAULT_DEPTH), MAX_DEPTH);
        var fresh = new HierarchyToken(0, depth, wanted.suggestedOnly());
        var start = wanted.from().map(HierarchyToken::parse).orElse(fresh);
        if (start.maxDepth() != depth || start.suggestedOnly() != wanted.suggestedOnly()) {
            throw new InvalidParam("suggested_only and max_depth cannot change on paginated requests");
        }
        return start;
    }

    private static int limit(Wanted wanted) {
        int limit = wanted.limit().orElse(DEFAULT_LIMIT);
        if (limit < 1) {
            throw new InvalidParam("The limit must be greater than zero");
        }
        return Math.min(limit, MAX_LIMIT);
    }

    private List<SpaceChild> children(RoomPreview room, boolean suggestedOnly) {
        if (!room.summary().roomType().equals(Optional.of(SpaceChild.SPACE))) {
            return List.of();
        }
        var ids = heads.find(room.room())
                .map(LiveRoom::state)
                .map(state -> Set.copyOf(state.ofType(EventType.SPACE_CHILD).values()))
                .orElse(Set.of());
        return events.events(ids).values().stream()
                .map(StoredEvent::event)
                .flatMap(event -> SpaceChild.of(event).stream())
                .filter(child -> child.suggested() || !suggestedOnly)
                .sorted(SpaceChild.SHOWN)
                .toList();
    }
}
