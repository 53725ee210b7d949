package org.hirundo.application.membership;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.Membership;

/**
 * Lists the rooms that the requester and another user are both in, in the order of their ids.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv1mutual_rooms">GET /mutual_rooms</a>
 */
@Singleton
public final class ListMutualRooms {

    private static final int PAGE = 100;

    private final MembershipStore memberships;
    private final RateLimiter limits;

    @Inject
    public ListMutualRooms(MembershipStore memberships, RateLimiter limits) {
        this.memberships = memberships;
        this.limits = limits;
    }

    /**
     * What is wanted.
     *
     * @param from the token to go on at: the last room of the page before
     */
    public record Wanted(Requester requester, UserId user, Optional<String> from) {}

    /**
     * A part of the list.
     *
     * @param count how many rooms there are at all
     */
    public record Page(List<RoomId> joined, int count, Optional<String> nextBatch) {}

    /**
     * The rooms; none when there is no such user.
     *
     * @throws InvalidParam when the user is the requester, or the token none of ours
     */
    public Page list(Wanted wanted) {
        var requester = wanted.requester();
        requester.refuseGuest();
        if (requester.user().equals(wanted.user())) {
            throw new InvalidParam("You share all your rooms with yourself");
        }
        limits.spend(requester, Cost.SEARCH);
        var from = wanted.from().map(token -> RoomId.find(token)
                .orElseThrow(() -> new InvalidParam("Not a token of mutual rooms: " + token)));
        var mutual = joined(requester.user());
        mutual.retainAll(joined(wanted.user()));
        var rest = mutual.stream()
                .map(RoomId::value)
                .sorted()
                .filter(room -> from.isEmpty() || room.compareTo(from.get().value()) > 0)
                .map(RoomId::new)
                .toList();
        var page = rest.subList(0, Math.min(PAGE, rest.size()));
        var next = page.size() < rest.size() ? Optional.of(page.getLast().value()) : Optional.<String>empty();
        return new Page(page, mutual.size(), next);
    }

    private Set<RoomId> joined(UserId user) {
        return memberships.roomsOf(user).values().stream()
                .filter(membership -> membership.membership() == Membership.JOIN)
                .map(RoomMembership::room)
                .collect(Collectors.toSet());
    }
}
