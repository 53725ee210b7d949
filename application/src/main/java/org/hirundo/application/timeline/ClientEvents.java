package org.hirundo.application.timeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hirundo.application.cache.ByteBoundedCache;
import org.hirundo.application.cache.MemoryBudget;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.stream.ClientTransaction;
import org.hirundo.application.room.Transactions;
import org.hirundo.application.session.Requester;
import org.hirundo.application.timeline.Situations.Situation;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.json.JsonObject;

/**
 * Makes events ready for a client, many at a time: one read each for the events they refer to, the states at them and the
 * reader's own transactions, whatever the number.
 *
 * <p>That the reader may see the events is decided before, by {@link Visibility}.
 */
@Singleton
public final class ClientEvents {

    private final EventStore events;
    private final Situations situations;
    private final Visibility visibility;
    private final InstantSource clock;
    private final ByteBoundedCache<EventId, Form> forms;

    /**
     * A form, and how long the event was in bytes of which it was made: a redacted form that is as long as the event is the same,
     * for redaction only takes away.
     */
    private record Form(StableForm form, int length) {}

    @Inject
    public ClientEvents(
            EventStore events, Situations situations, Visibility visibility, InstantSource clock, MemoryBudget budget) {
        this.events = events;
        this.situations = situations;
        this.visibility = visibility;
        this.clock = clock;
        forms = new ByteBoundedCache<>(budget, (id, form) -> form.form().weight());
    }

    /**
     * The events as parts of a timeline: with all that is known of them, in their order.
     *
     * @param bundles what is told of the children of the events, see {@link Aggregations}
     */
    List<ClientEvent> of(Requester reader, List<StoredEvent> shown, Map<EventId, JsonObject> bundles) {
        if (shown.isEmpty()) {
            return List.of();
        }
        var related = related(shown);
        var readable = readable(reader, shown, related);
        var at = situations.of(reader.user(), shown);
        var transactions = transactions(reader, shown);
        long now = clock.millis();
        return shown.stream()
                .map(event -> {
                    var unsigned = unsigned(event, now, related);
                    Optional.ofNullable(bundles.get(event.id()))
                            .ifPresent(bundle -> unsigned.put("m.relations", bundle));
                    Optional.ofNullable(at.get(event.id()))
                            .map(Situation::membership)
                            .ifPresent(membership -> unsigned.put("membership", membership.wireName()));
                    putPrevious(unsigned, event.replacesState().filter(readable::contains), related);
                    Optional.ofNullable(transactions.get(event.id()))
                            .ifPresent(own -> unsigned.putAll(origin(own.transaction())));
                    return new ClientEvent(event.event(), form(event), unsigned.build());
                })
                .toList();
    }

    /**
     * The events as parts of a state, in their order: without what they replaced, what the reader's membership was then and by
     * which transaction they were sent, which for a state of thousands of events would cost more than it is worth.
     */
    public List<ClientEvent> ofState(List<StoredEvent> shown) {
        var related = find(shown.stream().flatMap(event -> event.redactedBy().stream()));
        long now = clock.millis();
        return shown.stream()
                .map(event -> new ClientEvent(
                        event.event(),
                        form(event),
                        unsigned(event, now, related).build()))
                .toList();
    }

    /**
     * The events for who sees all of them and is no user: with what they replaced, and without what only a user could be told.
     */
    public List<ClientEvent> ofStream(List<StoredEvent> shown) {
        var related = related(shown);
        long now = clock.millis();
        return shown.stream()
                .map(event -> {
                    var unsigned = unsigned(event, now, related);
                    putPrevious(unsigned, event.replacesState(), related);
                    return new ClientEvent(event.event(), form(event), unsigned.build());
                })
                .toList();
    }

    private Map<EventId, StoredEvent> related(List<StoredEvent> shown) {
        return find(shown.stream()
                .flatMap(event -> Stream.concat(event.redactedBy().stream(), event.replacesState().stream())));
    }

    private static void putPrevious(
            JsonObject.Builder unsigned, Optional<EventId> replaced, Map<EventId, StoredEvent> related) {
        replaced.map(related::get)
                .ifPresent(before -> unsigned.put("prev_content", before.event().content()));
    }

    private Map<EventId, StoredEvent> find(Stream<EventId> ids) {
        var wanted = ids.collect(Collectors.toSet());
        return wanted.isEmpty() ? Map.of() : events.events(wanted);
    }

    /** Which of the replaced events the reader may see. */
    private Set<EventId> readable(Requester reader, List<StoredEvent> shown, Map<EventId, StoredEvent> related) {
        var replaced = shown.stream()
                .flatMap(event -> event.replacesState().stream())
                .flatMap(id -> Optional.ofNullable(related.get(id)).stream())
                .distinct()
                .toList();
        return visibility.filter(reader.user(), replaced).stream()
                .map(StoredEvent::id)
                .collect(Collectors.toSet());
    }

    /** The transactions by which this very device sent events of these; nothing is read when the reader sent none. */
    private Map<EventId, ClientTransaction> transactions(Requester reader, List<StoredEvent> shown) {
        var own = shown.stream()
                .filter(event -> event.event().sender().equals(reader.user()))
                .map(StoredEvent::id)
                .collect(Collectors.toSet());
        return own.isEmpty() ? Map.of() : events.transactions(reader.user(), reader.device(), own);
    }

    /** What only the device learns that sent the event, or had it sent later. */
    private static JsonObject origin(TransactionId transaction) {
        return Transactions.delayId(transaction)
                .map(delayId -> JsonObject.of("org.matrix.msc4140.delay_id", delayId))
                .orElseGet(() -> JsonObject.of("transaction_id", transaction.value()));
    }

    /** What everybody is told beside the event. */
    private JsonObject.Builder unsigned(StoredEvent event, long now, Map<EventId, StoredEvent> related) {
        var unsigned = JsonObject.builder().put("age", now - event.event().originServerTs());
        unsigned.putIfPresent("replaces_state", event.replacesState().map(EventId::value));
        event.event()
                .stickiness()
                .map(stickiness -> stickiness.leftMillis(event.event().originServerTs(), now))
                .filter(left -> left > 0)
                .ifPresent(left -> unsigned.put("msc4354_sticky_duration_ttl_ms", left));
        event.redactedBy()
                .map(related::get)
                .map(redaction -> form(redaction)
                        .json()
                        .with("room_id", redaction.event().roomId().value()))
                .ifPresent(because -> unsigned.put("redacted_because", because));
        return unsigned;
    }

    private StableForm form(StoredEvent event) {
        int length = event.event().bytes().length;
        return forms.get(event.id())
                .filter(known -> known.length() == length)
                .orElseGet(() -> {
                    var made = new Form(StableForm.of(event.event()), length);
                    forms.put(event.id(), made);
                    return made;
                })
                .form();
    }
}
