package org.hirundo.application.search;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hirundo.application.accountdata.UserSettings;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.search.SearchStore;
import org.hirundo.application.port.search.SearchStore.Hit;
import org.hirundo.application.port.search.SearchStore.Question;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.timeline.Visibility;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.search.SearchKey;
import org.hirundo.domain.search.SearchQuery;
import org.hirundo.domain.sync.RoomEventFilter;

/** Finds events that match. The index proposes them; each is looked at before it is shown, by what it says and who may see it. */
@Singleton
final class Matches {

    /** How many events are looked at before the client is asked to come again, so that no request takes long. */
    private static final int MAX_LOOKED_AT = 1_000;

    private static final int BATCH = 100;

    private static final Comparator<Match> BEST_FIRST = Comparator.comparingDouble(Match::rank)
            .thenComparing(match -> match.event().position())
            .reversed();

    private final SearchStore store;
    private final EventStore events;
    private final Visibility visibility;
    private final UserSettings settings;

    @Inject
    Matches(SearchStore store, EventStore events, Visibility visibility, UserSettings settings) {
        this.store = store;
        this.events = events;
        this.visibility = visibility;
        this.settings = settings;
    }

    /**
     * What is looked for.
     *
     * @param question what the index is asked
     * @param group the group whose events are wanted alone
     */
    record Wanted(
            UserId reader,
            Question question,
            SearchQuery query,
            RoomEventFilter filter,
            Optional<SearchToken.Member> group) {

        private boolean isOf(StoredEvent event) {
            return filter.includes(event.event())
                    && group.map(member -> member.grouping().of(event).equals(member.value()))
                            .orElse(true);
        }
    }

    /**
     * What was found.
     *
     * @param next where to go on; empty when there is nothing more
     */
    record Found(List<Match> matches, Optional<SearchToken> next) {}

    /** The newest matches, newest first. */
    Found newest(Wanted wanted, SearchToken from, int limit) {
        var found = new ArrayList<Match>();
        var place = from.before();
        for (int lookedAt = 0; lookedAt < MAX_LOOKED_AT; lookedAt += BATCH) {
            var hits = store.find(wanted.question(), Optional.of(place), BATCH);
            for (var match : look(wanted, hits)) {
                found.add(match);
                if (found.size() == limit) {
                    return new Found(found, Optional.of(at(match.event().position(), wanted)));
                }
            }
            if (hits.size() < BATCH) {
                return new Found(found, Optional.empty());
            }
            place = hits.getLast().position();
        }
        return new Found(found, Optional.of(at(place, wanted)));
    }

    private static SearchToken at(StreamPosition before, Wanted wanted) {
        return new SearchToken(before, 0, wanted.group());
    }

    /** The best of the newest matches, best first. */
    Found best(Wanted wanted, SearchToken from, int limit) {
        var found = new ArrayList<Match>();
        var place = from.before();
        for (int lookedAt = 0; lookedAt < MAX_LOOKED_AT; lookedAt += BATCH) {
            var hits = store.find(wanted.question(), Optional.of(place), BATCH);
            found.addAll(look(wanted, hits));
            if (hits.size() < BATCH) {
                break;
            }
            place = hits.getLast().position();
        }
        found.sort(BEST_FIRST);
        int first = Math.min(from.skipped(), found.size());
        int end = Math.min(first + limit, found.size());
        var next = end - first == limit
                ? Optional.of(new SearchToken(from.before(), end, wanted.group()))
                : Optional.<SearchToken>empty();
        return new Found(found.subList(first, end), next);
    }

    /** Those of the hits that are what was looked for, and that the reader may see and does not ignore. */
    private List<Match> look(Wanted wanted, List<Hit> hits) {
        if (hits.isEmpty()) {
            return List.of();
        }
        var read = events.events(hits.stream().map(Hit::event).collect(Collectors.toSet()));
        var candidates = hits.stream()
                .flatMap(hit -> Optional.ofNullable(read.get(hit.event())).stream())
                .filter(wanted::isOf)
                .toList();
        var ignored = settings.ignored(wanted.reader());
        var matches = new ArrayList<Match>();
        for (var event : visibility.filter(wanted.reader(), candidates)) {
            double rank = rank(wanted, event);
            if (rank > 0 && !ignored.contains(event.event().sender())) {
                matches.add(new Match(event, rank));
            }
        }
        return List.copyOf(matches);
    }

    private static double rank(Wanted wanted, StoredEvent event) {
        return SearchKey.of(event.event())
                .flatMap(key -> key.text(event.event()))
                .map(wanted.query()::rank)
                .orElse(0.0);
    }
}
