package org.hirundo.mongo.room;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.state.StateDelta;

/**
 * The binary form of a state delta, about 60 bytes for a member.
 *
 * <pre>
 * delta    = %x01 count *(tuple event) count *tuple   ; form 1; what is set, then what is removed
 * tuple    = type text                                ; the text is the state key
 * type     = %x00 text / %x01-7F                      ; the numbers are places in the list of common types
 * event    = %x00 text / %x01 32OCTET / %x02 32OCTET  ; as it is, or the hash in it: Base64, URL-safe Base64
 * text     = count *OCTET                             ; the number of octets, then UTF-8
 * count    = *(%x80-FF) %x00-7F                       ; seven bits an octet, the lowest first
 * </pre>
 */
final class SnapshotCodec {

    private static final byte FORM = 1;

    private static final byte PLAIN = 0;
    private static final byte BASE64 = 1;
    private static final byte URL_SAFE_BASE64 = 2;
    private static final int HASH_BYTES = 32;
    private static final int HASH_ID_LENGTH = 44;

    /** Stored states refer to places of this list: it may only grow at its end. */
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

    private static final Map<EventType, Integer> NUMBERS = IntStream.range(0, COMMON_TYPES.size())
            .boxed()
            .collect(Collectors.toUnmodifiableMap(COMMON_TYPES::get, place -> place + 1));

    private SnapshotCodec() {}

    static byte[] encode(StateDelta delta) {
        var out = new ByteArrayOutputStream();
        out.write(FORM);
        writeCount(out, delta.set().size());
        delta.set().forEach((tuple, event) -> {
            writeTuple(out, tuple);
            writeEvent(out, event.value());
        });
        writeCount(out, delta.removed().size());
        delta.removed().forEach(tuple -> writeTuple(out, tuple));
        return out.toByteArray();
    }

    static StateDelta decode(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        byte form = in.get();
        if (form != FORM) {
            throw new IllegalStateException("A state delta of the unknown form " + form);
        }
        int set = readCount(in);
        var entries = HashMap.<StateTuple, EventId>newHashMap(set);
        for (int entry = 0; entry < set; entry++) {
            entries.put(readTuple(in), readEvent(in));
        }
        Set<StateTuple> removed = new HashSet<>();
        for (int left = readCount(in); left > 0; left--) {
            removed.add(readTuple(in));
        }
        return new StateDelta(entries, removed);
    }

    private static void writeTuple(ByteArrayOutputStream out, StateTuple tuple) {
        int number = NUMBERS.getOrDefault(tuple.type(), 0);
        out.write(number);
        if (number == 0) {
            writeText(out, tuple.type().value());
        }
        writeText(out, tuple.stateKey());
    }

    private static StateTuple readTuple(ByteBuffer in) {
        int number = in.get();
        var type = number == 0 ? new EventType(readText(in)) : COMMON_TYPES.get(number - 1);
        return new StateTuple(type, readText(in));
    }

    private static void writeEvent(ByteArrayOutputStream out, String id) {
        if (!writeHash(out, id, URL_SAFE_BASE64) && !writeHash(out, id, BASE64)) {
            out.write(PLAIN);
            writeText(out, id);
        }
    }

    /** Writes the hash of an id that is nothing but one in this form of Base64; otherwise writes nothing. */
    private static boolean writeHash(ByteArrayOutputStream out, String id, byte form) {
        if (id.length() != HASH_ID_LENGTH) {
            return false;
        }
        byte[] hash;
        try {
            var decoder = form == BASE64 ? Base64.getDecoder() : Base64.getUrlDecoder();
            hash = decoder.decode(id.substring(1));
        } catch (IllegalArgumentException other) {
            return false;
        }
        // Base64 can write one hash in several ways; only the usual one comes back as it was.
        if (hash.length != HASH_BYTES || !idOf(hash, form).equals(id)) {
            return false;
        }
        out.write(form);
        out.writeBytes(hash);
        return true;
    }

    private static EventId readEvent(ByteBuffer in) {
        byte form = in.get();
        if (form == PLAIN) {
            return new EventId(readText(in));
        }
        var hash = new byte[HASH_BYTES];
        in.get(hash);
        return new EventId(idOf(hash, form));
    }

    private static String idOf(byte[] hash, byte form) {
        var encoder = form == BASE64 ? Base64.getEncoder() : Base64.getUrlEncoder();
        return "$" + encoder.withoutPadding().encodeToString(hash);
    }

    private static void writeText(ByteArrayOutputStream out, String text) {
        var bytes = text.getBytes(UTF_8);
        writeCount(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static String readText(ByteBuffer in) {
        var bytes = new byte[readCount(in)];
        in.get(bytes);
        return new String(bytes, UTF_8);
    }

    private static void writeCount(ByteArrayOutputStream out, int count) {
        int rest = count;
        while (rest > 0x7F) {
            out.write((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    private static int readCount(ByteBuffer in) {
        int count = 0;
        for (int shift = 0; ; shift += 7) {
            byte octet = in.get();
            count |= (octet & 0x7F) << shift;
            if (octet >= 0) {
                return count;
            }
        }
    }
}
