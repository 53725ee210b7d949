package org.hirundo.application.search;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.port.search.SearchStore;
import org.hirundo.application.port.search.SearchStore.Question;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.session.Requester;
import org.hirundo.application.stream.Stream;
import org.hirundo.application.timeline.Aggregations;
import org.hirundo.application.timeline.ClientEvent;
import org.hirundo.application.timeline.ReadState;
import org.hirundo.application.timeline.ShownMembers;
import org.hirundo.application.timeline.Surroundings;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.Membership;
import org.hirundo.domain.search.SearchKey;
import org.hirundo.domain.search.SearchQuery;
import org.hirundo.domain.sync.RoomEventFilter;

/**
 * A user searches in the rooms they are or were in. What is found is what they may see in the rooms' histories, and nothing of
 * rooms they never were in, whatever the request names.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3search">POST /search</a>
 */
@Singleton
public final class SearchEvents {

    private static final int DEFAULT_LIMIT = 10;
    private static final int MAX_LIMIT = 100;
    private static final int MAX_CONTEXT = 50;

    /** More than anybody counts. */
    private static final int MAX_COUNT = 10_000;

    /** How long to wait for the index, so that whoever sent something finds it; it is milliseconds behind. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final SearchIndex index;
    private final SearchStore store;
    private final Matches matches;
    private final MembershipStore memberships;
    private final Surroundings surroundings;
    private final ShownMembers members;
    private final ReadState readState;
    private final Aggregations aggregations;
    private final Stream stream;
    private final RateLimiter limits;

    @Inject
    SearchEvents(
            SearchIndex index,
            SearchStore store,
            Matches matches,
            MembershipStore memberships,
            Surroundings surroundings,
            ShownMembers members,
            ReadState readState,
            Aggregations aggregations,
            Stream stream,
            RateLimiter limits) {
        this.index = index;
        this.store = store;
        this.matches = matches;
        this.memberships = memberships;
        this.surroundings = surroundings;
        this.members = members;
        this.readState = readState;
        this.aggregations = aggregations;
        this.stream = stream;
        this.limits = limits;
    }

    /**
     * What is wanted.
     *
     * @param byRank whether the best come first, rather than the newest
     * @param context what to tell of what happened around the results
     * @param state whether to tell the current state of the rooms of the results
     * @param nextBatch where an earlier search ended
     */
    public record Wanted(
            Requester requester,
            String term,
            Set<SearchKey> keys,
            RoomEventFilter filter,
            boolean byRank,
            Optional<Around> context,
            boolean state,
            Set<Grouping> groupings,
            Optional<String> nextBatch) {}

    /**
     * What to tell around a result.
     *
     * @param before how many events before it at most
     * @param after how many events after it at most
     * @param profiles whether to tell the profiles of who sent them, as they were then
     */
    public record Around(int before, int after, boolean profiles) {}

    /**
     * What was found.
     *
     * @param count about how many results there are in all
     * @param highlights the words to mark
     * @param state the rooms' states, if wanted
     * @param groups the wanted groupings, each with its groups by name
     */
    public record Found(
            int count,
            List<String> highlights,
            List<Result> results,
            Map<RoomId, List<ClientEvent>> state,
            Map<Grouping, Map<String, Group>> groups,
            Optional<String> nextBatch) {}

    /** An event that was found. */
    public record Result(double rank, ClientEvent event, Optional<Context> context) {}

    /**
     * What was around a result.
     *
     * @param before newest first
     * @param after oldest first
     * @param profiles the membership contents of those who sent them, if wanted
     */
    public record Context(
            String start,
            String end,
            List<ClientEvent> before,
            List<ClientEvent> after,
            Optional<Map<UserId, JsonObject>> profiles) {}

    /**
     * The results of a group.
     *
     * @param order its place among the groups
     */
    public record Group(int order, List<EventId> results, Optional<String> nextBatch) {}

    /**
     * Searches.
     *
     * @throws org.hirundo.domain.error.InvalidParam when {@code next_batch} does not come from a search
     */
    public Found search(Wanted wanted) {
        wanted.requester().refuseGuest();
        limits.spend(wanted.requester(), Cost.SEARCH);
        var from = wanted.nextBatch().map(SearchToken::parse).orElseGet(this::end);
        index.catchUp(PATIENCE);
        var query = SearchQuery.of(wanted.term());
        var question = new Question(rooms(wanted), wanted.keys(), query.terms());
        var looking = new Matches.Wanted(wanted.requester().user(), question, query, wanted.filter(), from.group());
        int limit = Math.max(1, wanted.filter().limit(DEFAULT_LIMIT, MAX_LIMIT));
        var found = wanted.byRank() ? matches.best(looking, from, limit) : matches.newest(looking, from, limit);
        return new Found(
                store.count(question, MAX_COUNT),
                query.words(),
                results(wanted, found.matches()),
                wanted.state() ? state(wanted.requester(), found.matches()) : Map.of(),
                groups(wanted, found),
                found.next().map(SearchToken::toString));
    }

    /** What is sent from now on does not disturb the pages that follow. */
    private SearchToken end() {
        return new SearchToken(new StreamPosition(stream.position().value() + 1), 0, Optional.empty());
    }

    /** The rooms that the user is or was in and has not forgotten, as far as the filter wants them. */
    private Set<RoomId> rooms(Wanted wanted) {
        return memberships.roomsOf(wanted.requester().user()).values().stream()
                .filter(membership -> membership.membership() == Membership.JOIN || wasIn(membership))
                .map(RoomMembership::room)
                .filter(wanted.filter()::includes)
                .collect(Collectors.toSet());
    }

    private static boolean wasIn(RoomMembership membership) {
        return !membership.forgotten()
                && (membership.membership() == Membership.LEAVE || membership.membership() == Membership.BAN);
    }

    private List<Result> results(Wanted wanted, List<Match> found) {
        var reader = wanted.requester();
        var shown =
                aggregations.bundled(reader, found.stream().map(Match::event).toList());
        var results = new ArrayList<Result>();
        for (int number = 0; number < found.size(); number++) {
            var match = found.get(number);
            results.add(new Result(
                    match.rank(),
                    shown.get(number),
                    wanted.context().map(around -> context(reader, match.event(), around))));
        }
        return results;
    }

    private Context context(Requester reader, StoredEvent event, Around wanted) {
        var around = surroundings.of(
                reader.user(),
                event,
                Math.min(wanted.before(), MAX_CONTEXT),
                Math.min(wanted.after(), MAX_CONTEXT),
                RoomEventFilter.ALL);
        return new Context(
                around.start(),
                around.end(),
                aggregations.bundled(reader, around.before()),
                aggregations.bundled(reader, around.after()),
                wanted.profiles() ? Optional.of(profiles(around.all())) : Optional.empty());
    }

    private Map<UserId, JsonObject> profiles(List<StoredEvent> shown) {
        var profiles = new LinkedHashMap<UserId, JsonObject>();
        for (var member : members.of(shown)) {
            member.event()
                    .stateKey()
                    .flatMap(UserId::find)
                    .ifPresent(user -> profiles.put(user, member.event().content()));
        }
        return profiles;
    }

    private Map<RoomId, List<ClientEvent>> state(Requester reader, List<Match> found) {
        var state = new LinkedHashMap<RoomId, List<ClientEvent>>();
        found.forEach(
                match -> state.computeIfAbsent(match.event().event().roomId(), room -> readState.read(reader, room)));
        return state;
    }

    private static Map<Grouping, Map<String, Group>> groups(Wanted wanted, Matches.Found found) {
        var groups = new EnumMap<Grouping, Map<String, Group>>(Grouping.class);
        for (var grouping : wanted.groupings()) {
            var byName = new LinkedHashMap<String, List<EventId>>();
            found.matches()
                    .forEach(match -> byName.computeIfAbsent(grouping.of(match.event()), name -> new ArrayList<>())
                            .add(match.event().id()));
            var ordered = new LinkedHashMap<String, Group>();
            byName.forEach((name, results) -> ordered.put(
                    name, new Group(ordered.size() + 1, results, next(found, new SearchToken.Member(grouping, name)))));
            groups.put(grouping, ordered);
        }
        return groups;
    }

    /** Where the group goes on; only results in the order of time have a place of their own that does not depend on others. */
    private static Optional<String> next(Matches.Found found, SearchToken.Member group) {
        return found.next()
                .filter(token -> token.skipped() == 0)
                .map(token -> new SearchToken(token.before(), 0, Optional.of(group)).toString());
    }
}
