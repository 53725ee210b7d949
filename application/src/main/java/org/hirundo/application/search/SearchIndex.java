package org.hirundo.application.search;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.search.SearchStore;
import org.hirundo.application.port.search.SearchStore.Entry;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.stream.Follower;
import org.hirundo.application.stream.Following;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.search.SearchKey;
import org.hirundo.domain.search.SearchText;

/** Keeps the index of what can be searched in step with the rooms. What is redacted leaves it. */
@Singleton
public final class SearchIndex implements Follower {

    private static final Duration PACE = Duration.ofMillis(300);

    private final SearchStore store;
    private final EventStore events;
    private final Following following;

    /** Follows the stream from now on. */
    @Inject
    public SearchIndex(SearchStore store, EventStore events, Following following) {
        this.store = store;
        this.events = events;
        this.following = following;
        following.start(this);
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public boolean fromTheBeginning() {
        return true;
    }

    /** One write for many messages: where a database has one writer only, senders would wait for each. */
    @Override
    public Duration pace() {
        return PACE;
    }

    @Override
    public void follow(List<StoredEvent> batch) {
        var added = new ArrayList<Entry>();
        var redacted = new HashSet<EventId>();
        for (var stored : batch) {
            if (stored.event().isType(EventType.REDACTION)) {
                stored.event().redacts().ifPresent(redacted::add);
            }
            entry(stored).ifPresent(added::add);
        }
        var removed = removed(redacted);
        if (!added.isEmpty() || !removed.isEmpty()) {
            store.index(added, removed);
        }
    }

    private static Optional<Entry> entry(StoredEvent stored) {
        if (stored.redactedBy().isPresent()) {
            return Optional.empty();
        }
        var event = stored.event();
        return SearchKey.of(event).flatMap(key -> key.text(event)
                .map(text -> SearchText.of(text).terms())
                .filter(terms -> !terms.isEmpty())
                .map(terms -> new Entry(stored.position(), event.id(), event.roomId(), key, terms)));
    }

    /** Where those of the events are that were really redacted. */
    private Set<StreamPosition> removed(Set<EventId> redacted) {
        return redacted.isEmpty()
                ? Set.of()
                : events.events(redacted).values().stream()
                        .filter(event -> event.redactedBy().isPresent())
                        .map(StoredEvent::position)
                        .collect(Collectors.toSet());
    }

    /** Waits, not longer than the time, until all that was sent can be found. */
    void catchUp(Duration patience) {
        following.caughtUp(this, patience);
    }
}
