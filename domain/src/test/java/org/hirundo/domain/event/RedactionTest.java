package org.hirundo.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hirundo.domain.fixture.InVersions;
import org.hirundo.domain.json.Json;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.RoomVersion;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists of the chapters "Redactions" of the room versions. */
class RedactionTest {

    /** Every member that any room version speaks of, and others. */
    private static final JsonObject EVENT = withMembers(
            "event_id",
            "room_id",
            "sender",
            "state_key",
            "hashes",
            "signatures",
            "depth",
            "prev_events",
            "prev_state",
            "auth_events",
            "origin",
            "origin_server_ts",
            "membership",
            "unsigned",
            "redacts",
            "age_ts",
            "custom");

    /** Every member of a content that any room version speaks of for any type, and others. */
    private static final JsonObject CONTENT = withMembers(
            "membership",
            "join_authorised_via_users_server",
            "displayname",
            "creator",
            "room_version",
            "join_rule",
            "allow",
            "ban",
            "events",
            "events_default",
            "invite",
            "kick",
            "notifications",
            "redact",
            "state_default",
            "users",
            "users_default",
            "aliases",
            "history_visibility",
            "redacts",
            "body",
            "custom");

    @InVersions(to = 10)
    @Tag("easily-missed-11")
    void up_to_version_10_these_members_stay(RoomVersion version) {
        assertThat(namesKept(version))
                .containsExactlyInAnyOrder(
                        "event_id",
                        "type",
                        "room_id",
                        "sender",
                        "state_key",
                        "content",
                        "hashes",
                        "signatures",
                        "depth",
                        "prev_events",
                        "prev_state",
                        "auth_events",
                        "origin",
                        "origin_server_ts",
                        "membership");
    }

    @InVersions(from = 11)
    @Tag("easily-missed-11")
    void from_version_11_on_these(RoomVersion version) {
        assertThat(namesKept(version))
                .containsExactlyInAnyOrder(
                        "event_id",
                        "type",
                        "room_id",
                        "sender",
                        "state_key",
                        "content",
                        "hashes",
                        "signatures",
                        "depth",
                        "prev_events",
                        "auth_events",
                        "origin_server_ts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "m.room.member| 1| 8| membership",
                "m.room.member| 9| 12| membership join_authorised_via_users_server",
                "m.room.create| 1| 10| creator",
                "m.room.join_rules| 1| 7| join_rule",
                "m.room.join_rules| 8| 12| join_rule allow",
                "m.room.power_levels| 1| 10| ban events events_default kick redact state_default users users_default",
                "m.room.power_levels| 11| 12| ban events events_default invite kick redact state_default users users_default",
                "m.room.aliases| 1| 5| aliases",
                "m.room.aliases| 6| 12| ''",
                "m.room.history_visibility| 1| 12| history_visibility",
                "m.room.redaction| 1| 10| ''",
                "m.room.redaction| 11| 12| redacts",
                "m.room.message| 1| 12| ''",
                "m.room.topic| 1| 12| ''",
                "m.room.third_party_invite| 1| 12| ''",
            })
    @Tag("easily-missed-11")
    void of_the_content_there_stays(String type, int from, int to, String names) {
        for (int number = from; number <= to; number++) {
            var version = RoomVersion.of(Integer.toString(number)).orElseThrow();
            assertThat(contentKept(version, type, CONTENT).names())
                    .as("room version " + number)
                    .containsExactlyInAnyOrderElementsOf(words(names));
        }
    }

    @InVersions(from = 11)
    @Tag("easily-missed-11")
    void from_version_11_on_all_of_a_create_event_stays(RoomVersion version) {
        assertThat(contentKept(version, "m.room.create", CONTENT)).isEqualTo(CONTENT);
    }

    @InVersions(to = 10)
    void up_to_version_10_nothing_stays_of_a_third_party_invite(RoomVersion version) {
        assertThat(contentKept(version, "m.room.member", Json.object("{\"third_party_invite\": {\"signed\": {}}}")))
                .isEqualTo(JsonObject.EMPTY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"display_name\": \"x\", \"signed\": {\"token\": \"t\"}}| {\"third_party_invite\": {\"signed\": {\"token\": \"t\"}}}",
                "{\"signed\": 1}| {\"third_party_invite\": {\"signed\": 1}}",
                "{\"display_name\": \"x\"}| {\"third_party_invite\": {}}",
                "\"no object\"| {}",
                "null| {}",
            })
    @Tag("easily-missed-11")
    void from_version_11_on_what_was_signed_stays_of_it(String invite, String kept) {
        var content = Json.object("{\"third_party_invite\": " + invite + "}");

        assertThat(contentKept(RoomVersion.V11, "m.room.member", content)).isEqualTo(Json.object(kept));
        assertThat(contentKept(RoomVersion.V12, "m.room.member", content)).isEqualTo(Json.object(kept));
    }

    @ParameterizedTest
    @ValueSource(strings = {"m.room.member", "m.room.power_levels", "m.room.custom"})
    void values_stay_as_they_are(String type) {
        var content = Json.object("{\"membership\": [1, {\"a\": null}], \"users\": {\"@a:b\": 1}, \"x\": 1}");
        var kept = contentKept(RoomVersion.V10, type, content);

        kept.members().forEach((name, value) -> assertThat(value).isEqualTo(content.get(name)));
    }

    private static Set<String> namesKept(RoomVersion version) {
        return version.redaction()
                .apply(EVENT.with("type", "m.room.message").with("content", CONTENT))
                .names();
    }

    private static JsonObject contentKept(RoomVersion version, String type, JsonObject content) {
        return version.redaction()
                .apply(EVENT.with("type", type).with("content", content))
                .object("content")
                .orElseThrow();
    }

    private static JsonObject withMembers(String... names) {
        var members = JsonObject.builder();
        for (var name : names) {
            members.put(name, "value of " + name);
        }
        return members.build();
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
