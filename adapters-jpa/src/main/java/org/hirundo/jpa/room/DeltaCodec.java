package org.hirundo.jpa.room;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.state.StateDelta;

/**
 * The compact form of a state's change, of which every state event stores one or more.
 *
 * <pre>
 * delta    = format content
 * format   = 0 (content as it is) | 1 (content deflated)
 * content  = count of tuples set, each: tuple event; count of tuples removed, each: tuple
 * tuple    = type state-key
 * type     = 0 text | number of a common type, from 1
 * event    = 0 text | 1 hash (32 bytes, the id in URL-safe Base64) | 2 hash (the id in standard Base64)
 * text     = length in bytes, UTF-8
 * </pre>
 *
 * <p>Counts, lengths and numbers are unsigned, seven bits to a byte, lowest first, with the high bit set on all but the
 * last. Common types are never renumbered; new ones go to the end.
 */
final class DeltaCodec {

    private static final int LITERAL = 0;
    private static final int URL_SAFE_HASH = 1;
    private static final int STANDARD_HASH = 2;

    /** Deflating less is not worth the time. */
    private static final int SMALL = 512;

    private static final List<EventType> COMMON_TYPES = List.of(
            EventType.MEMBER,
            EventType.CREATE,
            EventType.POWER_LEVELS,
            EventType.JOIN_RULES,
            EventType.HISTORY_VISIBILITY,
            EventType.GUEST_ACCESS,
            EventType.NAME,
            EventType.TOPIC,
            EventType.AVATAR,
            EventType.CANONICAL_ALIAS,
            EventType.ENCRYPTION,
            EventType.TOMBSTONE,
            EventType.SERVER_ACL,
            EventType.THIRD_PARTY_INVITE,
            EventType.PINNED_EVENTS,
            EventType.SPACE_CHILD,
            EventType.SPACE_PARENT,
            EventType.ALIASES);

    private DeltaCodec() {}

    static byte[] encode(StateDelta delta) {
        var out = new PackedWriter();
        out.number(delta.set().size());
        delta.set().forEach((tuple, event) -> {
            write(out, tuple);
            write(out, event);
        });
        out.number(delta.removed().size());
        delta.removed().forEach(tuple -> write(out, tuple));
        return out.toBytes(SMALL);
    }

    private static void write(PackedWriter out, StateTuple tuple) {
        int common = COMMON_TYPES.indexOf(tuple.type());
        out.number(common + 1);
        if (common < 0) {
            out.text(tuple.type().value());
        }
        out.text(tuple.stateKey());
    }

    private static void write(PackedWriter out, EventId event) {
        if (HashId.URL_SAFE.hash(event) instanceof byte[] hash) {
            out.number(URL_SAFE_HASH);
            out.bytes(hash);
        } else if (HashId.STANDARD.hash(event) instanceof byte[] hash) {
            out.number(STANDARD_HASH);
            out.bytes(hash);
        } else {
            out.number(LITERAL);
            out.text(event.value());
        }
    }

    static StateDelta decode(byte[] stored) {
        var in = PackedReader.of(stored);
        int setCount = in.number();
        var set = HashMap.<StateTuple, EventId>newHashMap(setCount);
        for (int i = 0; i < setCount; i++) {
            set.put(readTuple(in), readEvent(in));
        }
        int removedCount = in.number();
        var removed = HashSet.<StateTuple>newHashSet(removedCount);
        for (int i = 0; i < removedCount; i++) {
            removed.add(readTuple(in));
        }
        return new StateDelta(set, removed);
    }

    private static StateTuple readTuple(PackedReader in) {
        int common = in.number();
        var type = common == LITERAL ? new EventType(in.text()) : COMMON_TYPES.get(common - 1);
        return new StateTuple(type, in.text());
    }

    private static EventId readEvent(PackedReader in) {
        int kind = in.number();
        return switch (kind) {
            case LITERAL -> new EventId(in.text());
            case URL_SAFE_HASH -> HashId.URL_SAFE.event(in.bytes(HashId.BYTES));
            case STANDARD_HASH -> HashId.STANDARD.event(in.bytes(HashId.BYTES));
            default -> throw new IllegalStateException("No kind of event id: " + kind);
        };
    }
}
