package org.hirundo.domain.state;

import java.util.Arrays;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.StateTuple;

/**
 * Walks the packed entries of a {@link StateBucket}. An entry is the length of its tuple, the tuple, the length of its
 * event id, the event id; lengths take seven bits a byte, the lowest first.
 */
final class EntryCursor {

    private final byte[] entries;
    private int start;
    private int tupleFrom;
    private int tupleTo;
    private int eventFrom;
    private int end;

    /** Before the first entry. */
    EntryCursor(byte[] entries) {
        this.entries = entries;
    }

    /** An entry, packed. */
    static byte[] entry(PackedTuple tuple, byte[] event) {
        var tupleBytes = tuple.bytes();
        var bytes = new byte
                [Lengths.size(tupleBytes.length) + tupleBytes.length + Lengths.size(event.length) + event.length];
        int at = Lengths.write(tupleBytes.length, bytes, 0);
        System.arraycopy(tupleBytes, 0, bytes, at, tupleBytes.length);
        at = Lengths.write(event.length, bytes, at + tupleBytes.length);
        System.arraycopy(event, 0, bytes, at, event.length);
        return bytes;
    }

    /** Moves to the next entry; false when there is none. */
    boolean next() {
        if (end == entries.length) {
            return false;
        }
        start = end;
        int tupleLength = Lengths.read(entries, start);
        tupleFrom = start + Lengths.size(tupleLength);
        tupleTo = tupleFrom + tupleLength;
        int eventLength = Lengths.read(entries, tupleTo);
        eventFrom = tupleTo + Lengths.size(eventLength);
        end = eventFrom + eventLength;
        return true;
    }

    /** Where the entry starts. */
    int start() {
        return start;
    }

    /** Where the entry ends, exclusive. */
    int end() {
        return end;
    }

    StateTuple tuple() {
        return PackedTuple.unpack(entries, tupleFrom, tupleTo);
    }

    EventId event() {
        return PackedEventId.unpack(entries, eventFrom, end);
    }

    PackedTuple packedTuple() {
        return new PackedTuple(Arrays.copyOfRange(entries, tupleFrom, tupleTo));
    }

    byte[] packedEvent() {
        return Arrays.copyOfRange(entries, eventFrom, end);
    }

    boolean isTuple(PackedTuple tuple) {
        var bytes = tuple.bytes();
        return tupleTo - tupleFrom == bytes.length
                && Arrays.equals(entries, tupleFrom, tupleTo, bytes, 0, bytes.length);
    }

    boolean tupleStartsWith(byte[] prefix) {
        return tupleTo - tupleFrom >= prefix.length
                && Arrays.equals(entries, tupleFrom, tupleFrom + prefix.length, prefix, 0, prefix.length);
    }

    int compareTuple(PackedTuple tuple) {
        var bytes = tuple.bytes();
        return Arrays.compareUnsigned(entries, tupleFrom, tupleTo, bytes, 0, bytes.length);
    }

    int compareTuple(EntryCursor other) {
        return Arrays.compareUnsigned(entries, tupleFrom, tupleTo, other.entries, other.tupleFrom, other.tupleTo);
    }

    boolean isEvent(byte[] event) {
        return Arrays.equals(entries, eventFrom, end, event, 0, event.length);
    }

    boolean hasEventOf(EntryCursor other) {
        return Arrays.equals(entries, eventFrom, end, other.entries, other.eventFrom, other.end);
    }
}
