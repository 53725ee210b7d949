package org.hirundo.domain.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.List;
import org.hirundo.domain.crypto.Hashes;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.StateTuple;

/**
 * A state tuple as bytes: the number of its type, or 0 and the type in full, then the state key. It also tells the tuple's
 * way through the trie: SHA-256 of the bytes, computed when first asked for.
 */
final class PackedTuple {

    /** How many children a branch has. */
    static final int SLOTS = 16;

    /** How many branches there are on the longest way. */
    static final int LEVELS = 16;

    private static final int BITS_PER_LEVEL = 4;

    /** Types that take one byte, frequent ones; the number of a type is its place here, from 1. In memory only. */
    private static final List<EventType> NUMBERED = List.of(
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
            EventType.ALIASES,
            EventType.ENCRYPTION,
            EventType.TOMBSTONE,
            EventType.SERVER_ACL,
            EventType.THIRD_PARTY_INVITE,
            EventType.PINNED_EVENTS,
            EventType.SPACE_CHILD,
            EventType.SPACE_PARENT);

    private final byte[] bytes;
    private long hash;
    private boolean hashed;

    PackedTuple(byte[] bytes) {
        this.bytes = bytes;
    }

    static PackedTuple of(StateTuple tuple) {
        var type = typePrefix(tuple.type());
        var stateKey = tuple.stateKey().getBytes(UTF_8);
        var bytes = new byte[type.length + stateKey.length];
        System.arraycopy(type, 0, bytes, 0, type.length);
        System.arraycopy(stateKey, 0, bytes, type.length, stateKey.length);
        return new PackedTuple(bytes);
    }

    /** What the bytes of every tuple of this type start with, and of no other. */
    static byte[] typePrefix(EventType type) {
        int place = NUMBERED.indexOf(type);
        if (place >= 0) {
            return new byte[] {(byte) (place + 1)};
        }
        var name = type.value().getBytes(UTF_8);
        var prefix = new byte[1 + Lengths.size(name.length) + name.length];
        int at = Lengths.write(name.length, prefix, 1);
        System.arraycopy(name, 0, prefix, at, name.length);
        return prefix;
    }

    static StateTuple unpack(byte[] bytes, int from, int to) {
        int number = bytes[from];
        if (number > 0) {
            return new StateTuple(NUMBERED.get(number - 1), new String(bytes, from + 1, to - from - 1, UTF_8));
        }
        int length = Lengths.read(bytes, from + 1);
        int nameFrom = from + 1 + Lengths.size(length);
        int keyFrom = nameFrom + length;
        return new StateTuple(
                new EventType(new String(bytes, nameFrom, length, UTF_8)),
                new String(bytes, keyFrom, to - keyFrom, UTF_8));
    }

    byte[] bytes() {
        return bytes;
    }

    /** Which child of a branch of this level leads to the tuple. */
    int slot(int level) {
        if (!hashed) {
            hash = ByteBuffer.wrap(Hashes.sha256(bytes)).getLong();
            hashed = true;
        }
        return (int) (hash >>> (Long.SIZE - BITS_PER_LEVEL * (level + 1))) & (SLOTS - 1);
    }
}
