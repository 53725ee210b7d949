package org.hirundo.mongo.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.state.StateDelta;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotCodecTest {

    private static final String HASH = "31hneApxJ_1o-63DmFrpeqnkFfWppnzWso1JvH3ogLM";

    private static StateTuple tuple(EventType type, String stateKey) {
        return new StateTuple(type, stateKey);
    }

    private static void assertComesBack(StateDelta delta) {
        assertThat(SnapshotCodec.decode(SnapshotCodec.encode(delta))).isEqualTo(delta);
    }

    @Test
    void an_empty_delta_comes_back() {
        assertComesBack(StateDelta.NONE);
    }

    @Test
    void common_and_other_types_come_back() {
        assertComesBack(new StateDelta(
                Map.of(
                        tuple(EventType.CREATE, ""), new EventId("$" + HASH),
                        tuple(EventType.ALIASES, "hirundo.example"), new EventId("$" + HASH),
                        tuple(EventType.MEMBER, "@\uD83D\uDE00\u0001:hirundo.example"), new EventId("$" + HASH),
                        tuple(new EventType(""), "\u0000"), new EventId("$" + HASH),
                        tuple(new EventType("im.example.\uD83D\uDE00"), "k".repeat(255)), new EventId("$" + HASH)),
                Set.of(tuple(EventType.NAME, ""), tuple(new EventType("other"), "key"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$" + HASH,
                // Standard Base64, of room version 3.
                "$acR1l0raoZnm60CBwAVgqbZqoO/mYU81xysh1u7XcJk",
                // No character that tells the two forms apart.
                "$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                // Bits are left that no hash has: another way to write the same bytes.
                "$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB",
                // Both alphabets at once.
                "$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA-/A",
                // As long as a hash, and none.
                "$1234567890123456789012345678901:example.org",
                "$143273582443PhrSn:example.org",
                "$",
                "$\uD83D\uDE00"
            })
    void event_ids_come_back_whatever_they_look_like(String id) {
        assertComesBack(StateDelta.setting(tuple(EventType.NAME, ""), new EventId(id)));
    }

    @Test
    void a_member_takes_little_more_than_its_hash_and_its_user() {
        var user = "@member:hirundo.example";
        var delta = StateDelta.setting(tuple(EventType.MEMBER, user), new EventId("$" + HASH));

        assertThat(SnapshotCodec.encode(delta)).hasSize(1 + 1 + 1 + 1 + user.length() + 1 + 32 + 1);
    }

    @Test
    void counts_beyond_seven_bits_come_back() {
        var set = new HashMap<StateTuple, EventId>();
        for (int number = 0; number < 20_000; number++) {
            set.put(tuple(EventType.MEMBER, "@" + number + ":hirundo.example"), new EventId("$" + number));
        }

        assertComesBack(new StateDelta(set, Set.of()));
    }

    @Test
    void an_unknown_form_is_refused() {
        assertThatThrownBy(() -> SnapshotCodec.decode(new byte[] {2, 0, 0})).hasMessageContaining("form 2");
    }
}
