package org.hirundo.domain.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {

    private static final ServerName EXAMPLE = ServerName.parse("example.org");

    /** As long as an identifier on {@link #EXAMPLE} may be, but for the sigil and the colon. */
    private static final String LONGEST_LOCALPART = "a".repeat(255 - 2 - "example.org".length());

    @Nested
    class Of_users {

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                value = {
                    "@alice:example.org, alice, example.org",
                    "@alice:example.org:8448, alice, example.org:8448",
                    "@a:[::1]:80, a, [::1]:80",
                    "@ALICE:example.org, ALICE, example.org",
                    "@älice 😀/+=@#!$\u0001:example.org, `älice 😀/+=@#!$\u0001`, example.org",
                    "@:example.org, ``, example.org",
                })
        @Tag("easily-missed-28")
        void historical_ids_are_read(String text, String localpart, String server) {
            var user = UserId.parse(text);

            assertThat(user.localpart()).isEqualTo(localpart);
            assertThat(user.server()).isEqualTo(ServerName.parse(server));
            assertThat(user).hasToString(text);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "@",
                    "@alice",
                    "alice:example.org",
                    "#alice:example.org",
                    "@alice:",
                    "@alice:a_b",
                    "@a\u0000:b",
                    "@a\ud800:b"
                })
        void other_texts_are_none(String text) {
            assertThat(UserId.find(text)).isEmpty();
            assertThatThrownBy(() -> UserId.parse(text))
                    .isInstanceOf(MalformedIdentifier.class)
                    .hasMessageContaining("a user id");
        }

        @Test
        void they_have_at_most_255_bytes() {
            assertThat(UserId.find("@" + LONGEST_LOCALPART + ":example.org")).isPresent();
            assertThat(UserId.find("@" + LONGEST_LOCALPART + "a:example.org")).isEmpty();
            assertThat(UserId.find("@" + "é".repeat(121) + ":example.org")).isPresent();
            assertThat(UserId.find("@" + "é".repeat(122) + ":example.org")).isEmpty();
            assertThat(UserId.find("@" + "日".repeat(81) + ":example.org")).isEmpty();
            assertThat(UserId.find("@" + "😀".repeat(60) + ":example.org")).isPresent();
            assertThat(UserId.find("@" + "😀".repeat(61) + ":example.org")).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"alice", "a", "0", "a.b_c=d-e/f+g"})
        void new_ids_follow_the_grammar_of_today(String localpart) {
            assertThat(UserId.create(localpart, EXAMPLE)).hasToString("@" + localpart + ":example.org");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "Alice", "ä", "a b", "a:b", "a~", "@a"})
        void and_nothing_else_is_a_new_id(String localpart) {
            assertThatThrownBy(() -> UserId.create(localpart, EXAMPLE)).isInstanceOf(MalformedIdentifier.class);
        }

        @Test
        void new_ids_are_not_too_long() {
            assertThat(UserId.create(LONGEST_LOCALPART, EXAMPLE).localpart()).isEqualTo(LONGEST_LOCALPART);
            assertThatThrownBy(() -> UserId.create(LONGEST_LOCALPART + "a", EXAMPLE))
                    .isInstanceOf(MalformedIdentifier.class);
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                value = {
                    "`@!~A:a`, true",
                    "`@:a`, false",
                    "`@a b:a`, false",
                    "`@é:a`, false",
                    "`@a\u007f:a`, false",
                })
        void some_are_not_to_be_spoken_of(String text, boolean compliant) {
            assertThat(UserId.parse(text).isCompliant()).isEqualTo(compliant);
        }

        @Test
        void they_belong_to_a_server() {
            assertThat(UserId.parse("@a:example.org").isLocalTo(EXAMPLE)).isTrue();
            assertThat(UserId.parse("@a:example.org:1").isLocalTo(EXAMPLE)).isFalse();
        }
    }

    @Nested
    class Of_rooms {

        @Test
        @Tag("easily-missed-28")
        void they_name_a_server_or_not() {
            assertThat(RoomId.parse("!abc:example.org").server()).contains(EXAMPLE);
            assertThat(RoomId.parse("!Nhcu5BS-UMnFX7hBVfVSoXiD7OgH6iRT-xyIuqDnpYQ")
                            .server())
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"!", "abc:example.org", "!abc:", "!abc:b b", "!a\u0000:b", "!\ud800:b", "#a:b"})
        void other_texts_are_none(String text) {
            assertThat(RoomId.find(text)).isEmpty();
            assertThatThrownBy(() -> RoomId.parse(text)).isInstanceOf(MalformedIdentifier.class);
        }

        @Test
        void they_have_at_most_255_bytes() {
            assertThat(RoomId.find("!" + LONGEST_LOCALPART + ":example.org")).isPresent();
            assertThat(RoomId.find("!" + LONGEST_LOCALPART + "a:example.org")).isEmpty();
        }

        @Test
        void they_are_made_of_the_create_event_and_lead_back_to_it() {
            var create = EventId.parse("$Nhcu5BS-UMnFX7hBVfVSoXiD7OgH6iRT-xyIuqDnpYQ");
            var room = RoomId.ofCreateEvent(create);

            assertThat(room).hasToString("!Nhcu5BS-UMnFX7hBVfVSoXiD7OgH6iRT-xyIuqDnpYQ");
            assertThat(room.createEvent()).isEqualTo(create);
        }

        @Test
        void or_by_chance() {
            var room = RoomId.random(new SplittableRandom(1), EXAMPLE);

            assertThat(room.value()).matches("![A-Za-z]{18}:example\\.org");
            assertThat(RoomId.random(new SplittableRandom(2), EXAMPLE)).isNotEqualTo(room);
        }
    }

    @Nested
    class Of_events {

        @ParameterizedTest
        @ValueSource(strings = {"$a", "$acR1l0raoZnm60CBwAVgqbZqoO/mYU81xysh1u7XcJk", "$143:example.org", "$a:b:c"})
        void they_are_opaque(String text) {
            assertThat(EventId.parse(text)).hasToString(text);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "$", "a", "!a:b", "$a\u0000", "$\udc00"})
        void other_texts_are_none(String text) {
            assertThat(EventId.find(text)).isEmpty();
            assertThatThrownBy(() -> EventId.parse(text)).isInstanceOf(MalformedIdentifier.class);
        }

        @Test
        void they_have_at_most_255_bytes() {
            assertThat(EventId.find("$" + "a".repeat(254))).isPresent();
            assertThat(EventId.find("$" + "a".repeat(255))).isEmpty();
        }

        @Test
        void old_ones_name_a_server() {
            assertThat(EventId.parse("$143:example.org").server()).contains(EXAMPLE);
            assertThat(EventId.parse("$143").server()).isEmpty();
            assertThat(EventId.parse("$143:not a server").server()).isEmpty();
        }
    }

    @Nested
    class Of_room_aliases {

        @Test
        void they_have_a_localpart_and_a_server() {
            var alias = RoomAlias.parse("#Größe & more:example.org");

            assertThat(alias)
                    .isEqualTo(new RoomAlias("Größe & more", EXAMPLE))
                    .hasToString("#Größe & more:example.org");
            assertThat(alias.isLocalTo(EXAMPLE)).isTrue();
            assertThat(alias.isLocalTo(ServerName.parse("example.com"))).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "#", "#a", "a:b", "#a:", "#a:b c", "@a:b", "#a\u0000:b"})
        void other_texts_are_none(String text) {
            assertThat(RoomAlias.find(text)).isEmpty();
            assertThatThrownBy(() -> RoomAlias.parse(text)).isInstanceOf(MalformedIdentifier.class);
        }
    }

    @Nested
    class Of_media {

        @Test
        void they_have_a_server_and_a_media_id() {
            var uri = MxcUri.parse("mxc://example.org:8448/AbC_-123");

            assertThat(uri.server()).hasToString("example.org:8448");
            assertThat(uri.mediaId()).isEqualTo("AbC_-123");
            assertThat(uri).hasToString("mxc://example.org:8448/AbC_-123");
            assertThat(MxcUri.of(EXAMPLE, "abc")).hasToString("mxc://example.org/abc");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "mxc://",
                    "mxc://example.org",
                    "mxc://example.org/",
                    "mxc:///a",
                    "http://example.org/a",
                    "mxc://example.org/a/b",
                    "mxc://example.org/../a",
                    "mxc://example.org/a.b",
                    "mxc://example.org/a?b",
                    "mxc://example.org/ä",
                    "mxc://a b/c",
                })
        void other_texts_are_none(String text) {
            assertThat(MxcUri.find(text)).isEmpty();
            assertThatThrownBy(() -> MxcUri.parse(text)).isInstanceOf(MalformedIdentifier.class);
        }

        @Test
        void a_media_id_cannot_leave_its_directory() {
            assertThatThrownBy(() -> MxcUri.of(EXAMPLE, "../a")).isInstanceOf(MalformedIdentifier.class);
            assertThatThrownBy(() -> MxcUri.of(EXAMPLE, "a".repeat(256))).isInstanceOf(MalformedIdentifier.class);
        }
    }

    @Nested
    class Of_keys {

        @ParameterizedTest
        @CsvSource({
            "ed25519:1, ed25519, 1",
            "ed25519:a_B, ed25519, a_B",
            "signed_curve25519:AAAA:BB, signed_curve25519, AAAA:BB"
        })
        void they_have_an_algorithm_and_a_version(String text, String algorithm, String version) {
            assertThat(KeyId.parse(text))
                    .isEqualTo(new KeyId(algorithm, version))
                    .hasToString(text);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", ":", "ed25519", "ed25519:", ":1", "ed25519:\u0000"})
        void other_texts_are_none(String text) {
            assertThat(KeyId.find(text)).isEmpty();
            assertThatThrownBy(() -> KeyId.parse(text)).isInstanceOf(MalformedIdentifier.class);
        }
    }

    @Nested
    class That_are_opaque {

        @ParameterizedTest
        @ValueSource(strings = {"a", "GHTYAJCE", "m1234.5", "ä 😀/?"})
        void are_taken_as_they_are(String text) {
            assertThat(DeviceId.parse(text)).hasToString(text);
            assertThat(TransactionId.parse(text)).hasToString(text);
        }

        @Test
        void but_not_empty_or_endless_or_with_nul() {
            for (var text : new String[] {"", "a".repeat(256), "a\u0000b"}) {
                assertThatThrownBy(() -> DeviceId.parse(text)).isInstanceOf(MalformedIdentifier.class);
                assertThatThrownBy(() -> TransactionId.parse(text)).isInstanceOf(MalformedIdentifier.class);
            }
        }
    }

    @Test
    void event_types_that_are_known_are_the_constants() {
        assertThat(EventType.of("m.room.member")).isSameAs(EventType.MEMBER);
        assertThat(EventType.of("org.example.custom")).isEqualTo(new EventType("org.example.custom"));
    }

    @Test
    void state_tuples_are_short_to_write() {
        assertThat(StateTuple.of(EventType.CREATE)).isEqualTo(new StateTuple(EventType.CREATE, ""));
        assertThat(StateTuple.member(UserId.parse("@a:b"))).isEqualTo(new StateTuple(EventType.MEMBER, "@a:b"));
    }

    @Test
    void what_strangers_send_does_not_fill_messages() {
        assertThatThrownBy(() -> UserId.parse("x".repeat(100_000)))
                .satisfies(error -> assertThat(error.getMessage()).hasSizeLessThan(400));
    }
}
