package org.hirundo.jpa.room;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.state.StateDelta;

/**
 * State deltas as bytes.
 *
 * <pre>
 * delta  = count { tuple event }  count { tuple }     what is set, what is removed
 * tuple  = type text                                  event type, state key
 * type   = number                                     1 to 127: a type of {@link #TYPES}, by its place from 1
 *        | 0 text                                     any other type
 * event  = 0 text                                     as it is written: room versions 1 and 2
 *        | 1 hash | 2 hash                            32 bytes; written in Base64, or in URL-safe Base64
 * text   = count bytes                                UTF-8
 * count  = seven bits a byte, the lowest first; the highest bit says that more follow
 * </pre>
 */
final class DeltaCodec {

    /** What is stored refers to places in this list: types may be added at its end, and none may ever move. */
    private static final List<EventType> TYPES = List.of(
            EventType.CREATE,
            EventType.MEMBER,
            EventType.POWER_LEVELS,
            EventType.JOIN_RULES,
            EventType.HISTORY_VISIBILITY,
            EventType.GUEST_ACCESS,
            EventType.NAME,
            EventType.TOPIC,
            EventType.AVATAR,
            EventType.CANONICAL_ALIAS,
            EventType.ALIASES,
            EventType.ENCRYPTION,
            EventType.TOMBSTONE,
            EventType.SERVER_ACL,
            EventType.THIRD_PARTY_INVITE,
            EventType.PINNED_EVENTS,
            EventType.SPACE_CHILD,
            EventType.SPACE_PARENT);

    private static final int AS_WRITTEN = 0;
    private static final int BASE64 = 1;
    private static final int URL_SAFE_BASE64 = 2;
    private static final int HASH_BYTES = 32;

    private DeltaCodec() {}

    static byte[] write(StateDelta delta) {
        var out = new ByteWriter();
        out.count(delta.set().size());
        delta.set().forEach((tuple, event) -> {
            write(out, tuple);
            write(out, event);
        });
        out.count(delta.removed().size());
        delta.removed().forEach(tuple -> write(out, tuple));
        return out.bytes();
    }

    private static void write(ByteWriter out, StateTuple tuple) {
        int place = TYPES.indexOf(tuple.type()) + 1;
        out.one(place);
        if (place == 0) {
            out.text(tuple.type().value());
        }
        out.text(tuple.stateKey());
    }

    private static void write(ByteWriter out, EventId event) {
        for (int form : new int[] {URL_SAFE_BASE64, BASE64}) {
            var hash = hash(event, form);
            if (hash.length == HASH_BYTES && ofHash(hash, form).equals(event)) {
                out.one(form);
                out.raw(hash);
                return;
            }
        }
        out.one(AS_WRITTEN);
        out.text(event.value());
    }

    /** The hash in an event id, or no bytes when it is not Base64. */
    private static byte[] hash(EventId event, int form) {
        var decoder = form == BASE64 ? Base64.getDecoder() : Base64.getUrlDecoder();
        try {
            return decoder.decode(event.value().substring(1));
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private static EventId ofHash(byte[] hash, int form) {
        var encoder = form == BASE64 ? Base64.getEncoder() : Base64.getUrlEncoder();
        return new EventId("$" + encoder.withoutPadding().encodeToString(hash));
    }

    static StateDelta read(byte[] bytes) {
        var in = new ByteReader(bytes);
        int setCount = in.count();
        var set = HashMap.<StateTuple, EventId>newHashMap(setCount);
        for (int number = 0; number < setCount; number++) {
            set.put(readTuple(in), readEvent(in));
        }
        int removedCount = in.count();
        var removed = HashSet.<StateTuple>newHashSet(removedCount);
        for (int number = 0; number < removedCount; number++) {
            removed.add(readTuple(in));
        }
        return new StateDelta(set, removed);
    }

    private static StateTuple readTuple(ByteReader in) {
        int place = in.one();
        var type = place == 0 ? new EventType(in.text()) : TYPES.get(place - 1);
        return new StateTuple(type, in.text());
    }

    private static EventId readEvent(ByteReader in) {
        int form = in.one();
        return form == AS_WRITTEN ? new EventId(in.text()) : ofHash(in.raw(HASH_BYTES), form);
    }

    /** Writes numbers and texts one after another. */
    private static final class ByteWriter {

        private byte[] bytes = new byte[128];
        private int size;

        void one(int value) {
            reserve(1);
            bytes[size++] = (byte) value;
        }

        void count(int value) {
            int rest = value;
            for (; rest > 0x7F; rest >>>= 7) {
                one(rest | 0x80);
            }
            one(rest);
        }

        void text(String text) {
            var utf8 = text.getBytes(StandardCharsets.UTF_8);
            count(utf8.length);
            raw(utf8);
        }

        void raw(byte[] added) {
            reserve(added.length);
            System.arraycopy(added, 0, bytes, size, added.length);
            size += added.length;
        }

        private void reserve(int more) {
            if (bytes.length - size < more) {
                bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
            }
        }

        byte[] bytes() {
            return Arrays.copyOf(bytes, size);
        }
    }

    /** Reads what {@link ByteWriter} wrote. */
    private static final class ByteReader {

        private final byte[] bytes;
        private int at;

        ByteReader(byte[] bytes) {
            this.bytes = bytes;
        }

        int one() {
            return bytes[at++] & 0xFF;
        }

        int count() {
            int value = 0;
            for (int shift = 0; ; shift += 7) {
                int next = one();
                value |= (next & 0x7F) << shift;
                if (next < 0x80) {
                    return value;
                }
            }
        }

        String text() {
            int length = count();
            at += length;
            return new String(bytes, at - length, length, StandardCharsets.UTF_8);
        }

        byte[] raw(int length) {
            at += length;
            return Arrays.copyOfRange(bytes, at - length, at);
        }
    }
}
