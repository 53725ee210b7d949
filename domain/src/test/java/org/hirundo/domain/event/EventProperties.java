package org.hirundo.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.domain.json.JsonValues;
import org.hirundo.domain.room.RoomVersion;

/** What holds for events of every version, whatever they say. */
@PropertyDefaults(tries = 300, edgeCases = EdgeCasesMode.NONE)
class EventProperties {

    @Property
    void what_is_sent_is_received(
            @ForAll("versions") RoomVersion version,
            @ForAll("types") String type,
            @ForAll("contents") JsonObject content) {
        var event = event(version, type, content);
        var received = version.events().parse(JsonParser.parseObject(event.bytes()));

        assertThat(received).isEqualTo(event);
        assertThat(received.content()).isEqualTo(content);
    }

    @Property
    void to_redact_twice_is_to_redact_once(
            @ForAll("versions") RoomVersion version,
            @ForAll("types") String type,
            @ForAll("contents") JsonObject content) {
        var redacted = version.redaction().apply(event(version, type, content));

        assertThat(version.redaction().apply(redacted)).isEqualTo(redacted);
    }

    @Property
    void the_redacted_event_has_the_id_of_the_whole(
            @ForAll("versions") RoomVersion version,
            @ForAll("types") String type,
            @ForAll("contents") JsonObject content) {
        var event = event(version, type, content);
        var redacted = version.redaction().apply(event.json());

        assertThat(version.events().parse(redacted).id()).isEqualTo(event.id());
    }

    private static Event event(RoomVersion version, String type, JsonObject content) {
        return version.events().parse(Pdus.message(version).with("type", type).with("content", content));
    }

    @Provide
    Arbitrary<RoomVersion> versions() {
        return Arbitraries.of(RoomVersion.supported());
    }

    @Provide
    Arbitrary<String> types() {
        return Arbitraries.of(
                "m.room.member",
                "m.room.create",
                "m.room.join_rules",
                "m.room.power_levels",
                "m.room.aliases",
                "m.room.history_visibility",
                "m.room.redaction",
                "m.room.message");
    }

    /** Contents that have among their members some that redaction keeps. */
    @Provide
    Arbitrary<JsonObject> contents() {
        var kept = Arbitraries.of(
                "membership",
                "join_authorised_via_users_server",
                "third_party_invite",
                "creator",
                "join_rule",
                "allow",
                "users",
                "invite",
                "aliases",
                "history_visibility",
                "redacts");
        return JsonValues.objects()
                .flatMap(object -> kept.flatMap(name -> JsonValues.canonical().map(value -> object.with(name, value))));
    }
}
