package org.hirundo.domain.sync;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Which events a client wants, by type and sender, and how many of them.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3useruseridfilter">EventFilter</a>
 */
public final class EventFilter {

    /** Lets everything through. */
    public static final EventFilter ALL = read(new FilterReader(JsonObject.EMPTY, ""));

    private final OptionalInt limit;
    private final Optional<TypePatterns> types;
    private final TypePatterns notTypes;
    private final Optional<Set<UserId>> senders;
    private final Set<UserId> notSenders;

    private EventFilter(
            OptionalInt limit,
            Optional<TypePatterns> types,
            TypePatterns notTypes,
            Optional<Set<UserId>> senders,
            Set<UserId> notSenders) {
        this.limit = limit;
        this.types = types;
        this.notTypes = notTypes;
        this.senders = senders;
        this.notSenders = notSenders;
    }

    static EventFilter read(FilterReader reader) {
        return new EventFilter(
                reader.count("limit"),
                reader.strings("types").map(TypePatterns::of),
                TypePatterns.of(reader.strings("not_types").orElse(List.of())),
                reader.identifiers("senders", UserId::parse),
                reader.identifiers("not_senders", UserId::parse).orElse(Set.of()));
    }

    /** Whether there may be events that do not pass. */
    boolean narrows() {
        return types.isPresent() || !notTypes.isEmpty() || senders.isPresent() || !notSenders.isEmpty();
    }

    /**
     * How many events to return.
     *
     * @param byDefault how many when the filter does not say
     * @param atMost how many at most, whatever the filter says
     */
    public int limit(int byDefault, int atMost) {
        return Math.min(limit.orElse(byDefault), atMost);
    }

    /** Whether an event that has a sender passes. */
    public boolean includes(String type, UserId sender) {
        return includesType(type) && includesSender(sender);
    }

    /** Whether an event without a sender passes, such as account data; it does not when the filter names senders. */
    public boolean includes(String type) {
        return includesType(type) && includesSender(null);
    }

    private boolean includesType(String type) {
        return (types.isEmpty() || types.get().match(type)) && !notTypes.match(type);
    }

    private boolean includesSender(@Nullable UserId sender) {
        return sender == null
                ? senders.isEmpty()
                : (senders.isEmpty() || senders.get().contains(sender)) && !notSenders.contains(sender);
    }
}
