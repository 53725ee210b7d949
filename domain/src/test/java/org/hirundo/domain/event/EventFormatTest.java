package org.hirundo.domain.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import org.hirundo.domain.fixture.InVersions;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.json.CanonicalJson;
import org.hirundo.domain.json.Json;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.json.JsonValue;
import org.hirundo.domain.room.RoomVersion;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventFormatTest {

    @InVersions
    void an_event_is_read(RoomVersion version) {
        var event = version.events().parse(Pdus.message(version));

        assertThat(event.roomVersion()).isEqualTo(version);
        assertThat(event.roomId()).hasToString("!room:example.org");
        assertThat(event.sender()).hasToString("@alice:example.com");
        assertThat(event.type()).hasToString("m.room.message");
        assertThat(event.stateKey()).isEmpty();
        assertThat(event.content()).isEqualTo(Json.object("{\"body\": \"héllo 😀\", \"msgtype\": \"m.text\"}"));
        assertThat(event.originServerTs()).isEqualTo(1404838188000L);
        assertThat(event.depth()).isEqualTo(12);
        assertThat(event.json()).isEqualTo(Pdus.message(version).without("unsigned"));
        assertThat(event.bytes()).isEqualTo(CanonicalJson.lenient().bytes(event.json()));
    }

    @InVersions(to = 2)
    void old_events_refer_to_others_by_pairs(RoomVersion version) {
        var event = version.events().parse(Pdus.message(version));

        assertThat(event.prevEvents()).containsExactly(new EventId("$prev:a"));
        assertThat(event.authEvents()).containsExactly(new EventId("$auth1:a"), new EventId("$auth2:a"));
        assertMalformed(version, "prev_events", "[\"$prev\"]");
        assertMalformed(version, "prev_events", "[[\"$prev\"]]");
        assertMalformed(version, "auth_events", "[[\"$auth\", {}, {}]]");
        assertMalformed(version, "auth_events", "[[\"$auth\", \"hash\"]]");
        assertMalformed(version, "auth_events", "[[\"auth\", {}]]");
    }

    @InVersions(from = 3)
    void later_ones_by_ids(RoomVersion version) {
        var event = version.events().parse(Pdus.message(version));

        assertThat(event.prevEvents()).containsExactly(new EventId("$prev"));
        assertThat(event.authEvents()).containsExactly(new EventId("$auth1"), new EventId("$auth2"));
        assertMalformed(version, "prev_events", "[[\"$prev\", {}]]");
        assertMalformed(version, "auth_events", "[\"auth\"]");
        assertMalformed(version, "auth_events", "[1]");
    }

    @InVersions(to = 2)
    void old_events_have_an_id_with_a_server(RoomVersion version) {
        assertThat(version.events().parse(Pdus.message(version)).id()).hasToString("$143:example.com");
        assertMalformed(version, Pdus.message(version).without("event_id"));
        for (var id : new String[] {"143:a", "$143", "$143:", "$143:a b"}) {
            assertMalformed(version, Pdus.message(version).with("event_id", id));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "auth_events| {}",
                "auth_events| null",
                "content| []",
                "content| null",
                "depth| -1",
                "depth| 1.5",
                "depth| \"1\"",
                "depth| 9223372036854775808",
                "hashes| {}",
                "hashes| []",
                "hashes| {\"sha256\": 1}",
                "origin_server_ts| \"1\"",
                "origin_server_ts| 1.0",
                "prev_events| 1",
                "room_id| 1",
                "room_id| \"room:example.org\"",
                "room_id| \"!\"",
                "sender| 1",
                "sender| \"alice:example.com\"",
                "sender| \"@alice\"",
                "signatures| []",
                "signatures| \"\"",
                "state_key| 1",
                "state_key| null",
                "type| 1",
                "type| null",
            })
    void members_have_their_types(String name, String value) {
        for (var version : RoomVersion.supported()) {
            assertMalformed(version, name, value);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auth_events",
                "content",
                "depth",
                "hashes",
                "origin_server_ts",
                "prev_events",
                "room_id",
                "sender",
                "signatures",
                "type",
            })
    void members_must_be_there(String name) {
        for (var version : RoomVersion.supported()) {
            assertMalformed(version, Pdus.message(version).without(name));
        }
    }

    @InVersions
    @Tag("easily-missed-29")
    void keys_have_at_most_255_bytes(RoomVersion version) {
        for (var name : new String[] {"type", "state_key"}) {
            parse(version, name, "a".repeat(255));
            parse(version, name, "é".repeat(127));
            assertTooLarge(version, name, "a".repeat(256));
            assertTooLarge(version, name, "é".repeat(128));
            assertTooLarge(version, name, "日".repeat(86));
        }
    }

    @InVersions
    @Tag("easily-missed-29")
    void ids_have_at_most_255_bytes(RoomVersion version) {
        parse(version, "sender", "@" + "a".repeat(252) + ":b");
        assertTooLarge(version, "sender", "@" + "a".repeat(253) + ":b");
        parse(version, "room_id", "!" + "a".repeat(252) + ":b");
        assertTooLarge(version, "room_id", "!" + "a".repeat(253) + ":b");
    }

    @InVersions
    @Tag("easily-missed-29")
    void there_are_at_most_20_previous_and_10_auth_events(RoomVersion version) {
        assertThat(parse(version, "prev_events", references(version, 20)).prevEvents())
                .hasSize(20);
        assertMalformed(version, Pdus.message(version).with("prev_events", references(version, 21)));
        assertThat(parse(version, "auth_events", references(version, 10)).authEvents())
                .hasSize(10);
        assertMalformed(version, Pdus.message(version).with("auth_events", references(version, 11)));
    }

    @InVersions
    @Tag("easily-missed-29")
    void an_event_has_at_most_65536_bytes_without_what_is_unsigned(RoomVersion version) {
        int rest = version.events().parse(withBody(version, "")).bytes().length;
        var largest = withBody(version, "a".repeat(65_536 - rest));

        assertThat(version.events().parse(largest).bytes()).hasSize(65_536);
        assertThat(version.events()
                        .parse(largest.with("unsigned", JsonObject.of("x", "a".repeat(1000))))
                        .bytes())
                .hasSize(65_536);
        assertThatThrownBy(() -> version.events().parse(withBody(version, "a".repeat(65_537 - rest))))
                .isInstanceOf(MalformedEvent.TooLarge.class);
        assertThatThrownBy(() -> version.events().parse(withBody(version, "é".repeat(40_000))))
                .isInstanceOf(MalformedEvent.TooLarge.class);
    }

    @InVersions(to = 5)
    @Tag("easily-missed-29")
    void up_to_version_5_numbers_are_free(RoomVersion version) {
        var content = "{\"a\": 1.5, \"b\": 9007199254740993, \"c\": 1e300}";

        assertThat(version.events()
                        .parse(Pdus.message(version).with("content", Json.object(content)))
                        .bytes())
                .asString()
                .contains("{\"a\":1.5,\"b\":9007199254740993,\"c\":1e+300}");
        assertThat(parse(version, "depth", JsonParser.parse("9223372036854775807"))
                        .depth())
                .isEqualTo(Long.MAX_VALUE);
    }

    @InVersions(from = 6)
    @Tag("easily-missed-29")
    void from_version_6_on_they_are_integers_of_53_bits(RoomVersion version) {
        for (var number : new String[] {"1.5", "1.0", "1e2", "9007199254740992", "-9007199254740992"}) {
            assertMalformed(version, "content", "{\"a\": [" + number + "]}");
            assertMalformed(version, Pdus.message(version).with("custom", JsonParser.parse(number)));
        }
        assertThat(parse(version, "depth", JsonParser.parse("9007199254740991")).depth())
                .isEqualTo(version.eventFormat().maxDepth());
        assertMalformed(version, "depth", "9007199254740992");
    }

    @InVersions(to = 10)
    @Tag("easily-missed-11")
    void up_to_version_10_a_redaction_names_its_target_beside_the_content(RoomVersion version) {
        var redaction = Pdus.message(version)
                .with("type", "m.room.redaction")
                .with("content", JsonObject.of("redacts", "$inside"));

        assertThat(version.events().parse(redaction).redacts()).isEmpty();
        assertThat(version.events().parse(redaction.with("redacts", "$target")).redacts())
                .contains(new EventId("$target"));
        assertThat(version.events().parse(redaction.with("redacts", "no id")).redacts())
                .isEmpty();
        assertMalformed(version, redaction.with("redacts", 1));
        assertThat(parse(version, "redacts", "$target").redacts()).isEmpty();
    }

    @InVersions(from = 11)
    @Tag("easily-missed-11")
    void from_version_11_on_in_it(RoomVersion version) {
        var redaction = Pdus.message(version).with("type", "m.room.redaction").with("redacts", "$outside");

        assertThat(version.events().parse(redaction).redacts()).isEmpty();
        assertThat(version.events()
                        .parse(redaction.with("content", JsonObject.of("redacts", "$target")))
                        .redacts())
                .contains(new EventId("$target"));
        assertThat(version.events()
                        .parse(redaction.with("content", JsonObject.EMPTY.with("redacts", 1)))
                        .redacts())
                .isEmpty();
    }

    @InVersions(to = 11)
    void up_to_version_11_a_create_event_names_its_room(RoomVersion version) {
        assertThat(version.events().parse(Pdus.create(version)).roomId()).hasToString("!room:example.org");
        assertMalformed(version, Pdus.create(version).without("room_id"));
    }

    @Test
    @Tag("easily-missed-12")
    void in_version_12_a_create_event_is_its_room() {
        var create = RoomVersion.V12.events().parse(Pdus.create(RoomVersion.V12));

        assertThat(create.roomId().value()).isEqualTo("!" + create.id().value().substring(1));
        assertMalformed(RoomVersion.V12, Pdus.create(RoomVersion.V12).with("room_id", "!room"));
        assertMalformed(RoomVersion.V12, Pdus.create(RoomVersion.V12).with("state_key", "x"));
        assertMalformed(RoomVersion.V12, Pdus.message(RoomVersion.V12).without("room_id"));
    }

    @InVersions
    @Tag("easily-missed-28")
    void a_user_id_may_be_historical(RoomVersion version) {
        assertThat(parse(version, "sender", "@Älice B:example.com").sender()).hasToString("@Älice B:example.com");
    }

    private static JsonObject withBody(RoomVersion version, String body) {
        return Pdus.message(version).with("content", JsonObject.of("body", body));
    }

    private static JsonArray references(RoomVersion version, int count) {
        JsonValue reference = version.eventFormat().references() == EventFormat.References.IDS
                ? new JsonString("$a")
                : JsonArray.of(new JsonString("$a"), JsonObject.EMPTY);
        return new JsonArray(Collections.nCopies(count, reference));
    }

    private static Event parse(RoomVersion version, String name, String value) {
        return parse(version, name, new JsonString(value));
    }

    private static Event parse(RoomVersion version, String name, JsonValue value) {
        return version.events().parse(Pdus.message(version).with(name, value));
    }

    private static void assertTooLarge(RoomVersion version, String name, String value) {
        assertThatThrownBy(() -> parse(version, name, value)).isInstanceOf(MalformedEvent.TooLarge.class);
    }

    private static void assertMalformed(RoomVersion version, String name, String json) {
        assertMalformed(version, Pdus.message(version).with(name, JsonParser.parse(json)));
    }

    private static void assertMalformed(RoomVersion version, JsonObject pdu) {
        assertThatThrownBy(() -> version.events().parse(pdu))
                .as("room version " + version)
                .isExactlyInstanceOf(MalformedEvent.class);
    }
}
