package org.hirundo.domain.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.StateTuple;
import org.jspecify.annotations.Nullable;

/**
 * A state of a room: for each (event type, state key) tuple the event that is in force. Immutable; a changed map shares
 * all but a path with the map it came from, and {@link #diff} skips what two maps share.
 *
 * <p>It is a hash trie of branches with sixteen children over buckets of up to 32 entries, and the entries of a bucket are
 * packed into one byte array: room versions from 3 on name events by a hash, 32 bytes, and the types of the specification
 * take one. So a membership costs 65 to 80 bytes with everything around it (measured: 6.5 MB for 100 000 members whose ids
 * have 25 characters), where references to tuples and ids would cost 240. The shape depends on the entries alone, not on
 * how they came there.
 *
 * <p>Reading makes new {@link StateTuple}s and {@link EventId}s each time; {@link #get} and {@link #with} take under a
 * microsecond. Half of that is SHA-256, which decides where an entry goes: state keys are chosen by strangers, so it must
 * not be a hash whose collisions can be made at will.
 */
public final class StateMap implements Iterable<StateMap.Entry> {

    /** The state without entries. */
    public static final StateMap EMPTY = new StateMap(StateBucket.EMPTY);

    private final StateNode root;

    /** An entry of a state. */
    public record Entry(StateTuple tuple, EventId event) {}

    private StateMap(StateNode root) {
        this.root = root;
    }

    /** The state with these entries. */
    public static StateMap of(Map<StateTuple, EventId> entries) {
        return EMPTY.withAll(entries);
    }

    /** How many entries there are. */
    public int size() {
        return root.size();
    }

    /** Whether there is no entry. */
    public boolean isEmpty() {
        return root.size() == 0;
    }

    /** The event in force for the tuple. */
    public Optional<EventId> get(StateTuple tuple) {
        return Optional.ofNullable(root.find(PackedTuple.of(tuple), 0)).map(PackedEventId::unpack);
    }

    /** The event in force for the type with the empty state key. */
    public Optional<EventId> get(EventType type) {
        return get(new StateTuple(type, ""));
    }

    /** Whether the tuple has an event. */
    public boolean has(StateTuple tuple) {
        return root.find(PackedTuple.of(tuple), 0) != null;
    }

    /** This state with the event in force for the tuple. */
    public StateMap with(StateTuple tuple, EventId event) {
        return ofRoot(root.put(PackedTuple.of(tuple), PackedEventId.pack(event), 0));
    }

    /** This state with all these events in force for their tuples. */
    public StateMap withAll(Map<StateTuple, EventId> entries) {
        var changed = root;
        for (var entry : entries.entrySet()) {
            changed = changed.put(PackedTuple.of(entry.getKey()), PackedEventId.pack(entry.getValue()), 0);
        }
        return ofRoot(changed);
    }

    /** This state with no event for the tuple. */
    public StateMap without(StateTuple tuple) {
        return without(Set.of(tuple));
    }

    /** This state with no event for any of the tuples. */
    public StateMap without(Set<StateTuple> tuples) {
        var changed = root;
        for (var tuple : tuples) {
            changed = changed.remove(PackedTuple.of(tuple), 0);
        }
        return ofRoot(changed);
    }

    /** This state after the change. */
    public StateMap apply(StateDelta delta) {
        return withAll(delta.set()).without(delta.removed());
    }

    /** What leads from this state to another: {@code apply(diff(after))} equals {@code after}. Costs as much as differs. */
    public StateDelta diff(StateMap after) {
        var set = new HashMap<StateTuple, EventId>();
        var removed = new HashSet<StateTuple>();
        StateDiff.between(root, after.root, new StateDiff.Changes() {
            @Override
            public void set(EntryCursor entry) {
                set.put(entry.tuple(), entry.event());
            }

            @Override
            public void removed(EntryCursor entry) {
                removed.add(entry.tuple());
            }
        });
        return new StateDelta(set, removed);
    }

    /** The ids of all events in force. */
    public Set<EventId> eventIds() {
        var ids = HashSet.<EventId>newHashSet(size());
        forEachEntry(cursor -> ids.add(cursor.event()));
        return ids;
    }

    /** The events in force of one type, by state key. Costs a walk through the map, but builds nothing of other types. */
    public Map<String, EventId> ofType(EventType type) {
        var found = new LinkedHashMap<String, EventId>();
        var prefix = PackedTuple.typePrefix(type);
        forEachEntry(cursor -> {
            if (cursor.tupleStartsWith(prefix)) {
                found.put(cursor.tuple().stateKey(), cursor.event());
            }
        });
        return found;
    }

    /** Passes each entry on; the order is the map's own. */
    public void forEach(BiConsumer<StateTuple, EventId> action) {
        forEachEntry(cursor -> action.accept(cursor.tuple(), cursor.event()));
    }

    @Override
    public Iterator<Entry> iterator() {
        var buckets = new ArrayList<StateBucket>();
        root.forEachBucket(buckets::add);
        return buckets.stream().flatMap(bucket -> bucket.entries().stream()).iterator();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StateMap that && root.equals(that.root);
    }

    @Override
    public int hashCode() {
        return root.hashCode();
    }

    @Override
    public String toString() {
        var entries = LinkedHashMap.<StateTuple, EventId>newLinkedHashMap(size());
        forEach(entries::put);
        return entries.toString();
    }

    private void forEachEntry(Consumer<EntryCursor> action) {
        root.forEachBucket(bucket -> {
            var cursor = bucket.cursor();
            while (cursor.next()) {
                action.accept(cursor);
            }
        });
    }

    private StateMap ofRoot(StateNode changed) {
        return changed == root ? this : new StateMap(changed);
    }
}
