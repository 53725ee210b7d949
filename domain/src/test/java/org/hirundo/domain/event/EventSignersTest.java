package org.hirundo.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.hirundo.domain.fixture.InVersions;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.json.Json;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.RoomVersion;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventSignersTest {

    private static final ServerName SENDER = ServerName.parse("example.com");
    private static final ServerName OTHER = ServerName.parse("other.example.org");

    @InVersions
    void the_senders_server_must_sign(RoomVersion version) {
        assertThat(required(version, Pdus.message(version))).containsExactly(SENDER);
    }

    @InVersions(to = 2)
    void in_old_versions_the_server_in_the_event_id_too(RoomVersion version) {
        var message = Pdus.message(version).with("event_id", "$143:other.example.org");

        assertThat(required(version, message)).containsExactlyInAnyOrder(SENDER, OTHER);
    }

    @InVersions(from = 8)
    @Tag("easily-missed-14")
    void from_version_8_on_the_server_that_authorised_a_restricted_join_too(RoomVersion version) {
        assertThat(required(version, join(version, "\"@bob:other.example.org\"")))
                .containsExactlyInAnyOrder(SENDER, OTHER);
    }

    @InVersions(to = 7)
    void before_nobody_authorised_joins(RoomVersion version) {
        assertThat(required(version, join(version, "\"@bob:other.example.org\"")))
                .containsExactly(SENDER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "null", "\"bob\"", "\"@bob\""})
    void an_authoriser_that_is_no_user_has_no_server(String authoriser) {
        assertThat(required(RoomVersion.V12, join(RoomVersion.V12, authoriser))).containsExactly(SENDER);
    }

    @InVersions(from = 8)
    void only_memberships_are_authorised(RoomVersion version) {
        var topic =
                Pdus.state(version, "m.room.topic", "{\"join_authorised_via_users_server\": \"@b:other.example.org\"}");

        assertThat(required(version, topic)).containsExactly(SENDER);
    }

    @InVersions(from = 3)
    void an_invite_that_redeems_a_third_party_invite_may_come_from_anywhere(RoomVersion version) {
        var invite = Pdus.state(version, "m.room.member", "{\"membership\": \"invite\", \"third_party_invite\": {}}");

        assertThat(required(version, invite)).isEmpty();
    }

    @InVersions(to = 2)
    void in_old_versions_from_the_server_that_named_it(RoomVersion version) {
        var invite = Pdus.state(version, "m.room.member", "{\"membership\": \"invite\", \"third_party_invite\": {}}")
                .with("event_id", "$143:other.example.org");

        assertThat(required(version, invite)).containsExactly(OTHER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"membership\": \"invite\"}",
                "{\"membership\": \"join\", \"third_party_invite\": {}}",
                "{\"membership\": \"invite\", \"third_party_invite\": 1}",
            })
    void other_memberships_come_from_the_sender(String content) {
        assertThat(required(RoomVersion.V11, Pdus.state(RoomVersion.V11, "m.room.member", content)))
                .containsExactly(SENDER);
    }

    private static JsonObject join(RoomVersion version, String authoriser) {
        return Pdus.state(
                version,
                "m.room.member",
                Json.object("{\"membership\": \"join\", \"join_authorised_via_users_server\": " + authoriser + "}")
                        .toString());
    }

    private static Iterable<ServerName> required(RoomVersion version, JsonObject pdu) {
        return EventSignatures.of(version.events().parse(pdu)).required();
    }
}
