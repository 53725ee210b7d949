package org.hirundo.bootstrap.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Element Call asks a server for: where calls go through, and events that are sent when somebody is gone. */
class CallsTest {

    @RegisterExtension
    static final RunningServer server = RunningServer.with(Map.of(
            "limits.enabled", "no",
            "delayed-events.max-delay", "1h",
            "server.public-url", "https://matrix.example.org",
            "server.well-known-client", "{\"m.tile_server\":{\"map_style_url\":\"https://maps.example.org\"}}",
            "rtc.livekit-services", "https://one.example.org/jwt, https://two.example.org"));

    private static final String DELAY = "?org.matrix.msc4140.delay=";

    private static JsonObject json(String text) {
        return JsonParser.parseObject(text.getBytes(UTF_8));
    }

    private static String id(Answer scheduled) {
        return scheduled.is(200).json().string("delay_id").orElseThrow();
    }

    private static List<String> ids(Client client) {
        return client.get("/_matrix/client/unstable/org.matrix.msc4140/delayed_events")
                .is(200)
                .json()
                .array("delayed_events")
                .orElseThrow()
                .objectsIn()
                .flatMap(event -> event.string("delay_id").stream())
                .toList();
    }

    @Test
    void clients_are_told_of_the_services_for_calls() {
        var services = "[{\"type\":\"livekit\",\"livekit_service_url\":\"https://one.example.org/jwt\"},"
                + "{\"type\":\"livekit\",\"livekit_service_url\":\"https://two.example.org\"}]";
        var nadia = server.register("nadia").client();

        assertThat(nadia.get("/_matrix/client/unstable/org.matrix.msc4143/rtc/transports")
                        .is(200)
                        .json())
                .isEqualTo(json("{\"rtc_transports\":" + services + "}"));
        assertThat(server.client().get("/.well-known/matrix/client").is(200).json())
                .isEqualTo(json("{\"m.homeserver\":{\"base_url\":\"https://matrix.example.org\"},"
                        + "\"org.matrix.msc4143.rtc_foci\":" + services
                        + ",\"m.tile_server\":{\"map_style_url\":\"https://maps.example.org\"}}"));
    }

    @Test
    void clients_find_the_features_named() {
        var features = server.client()
                .get("/_matrix/client/versions")
                .is(200)
                .json()
                .object("unstable_features")
                .orElseThrow();

        assertThat(features.bool("org.matrix.msc4140")).contains(true);
        assertThat(features.bool("org.matrix.msc4143")).contains(true);
        assertThat(features.bool("org.matrix.msc4354")).contains(true);
    }

    @Test
    void sticky_events_are_told_beside_the_timeline() {
        var ortrun = server.register("ortrun");
        var room = "/_matrix/client/v3/rooms/" + ortrun.createRoom();
        var sticky = "?org.matrix.msc4354.sticky_duration_ms=";
        var message = ortrun.client()
                .put(room + "/send/m.rtc.member/s1" + sticky + "3600000", "{}")
                .is(200)
                .json()
                .string("event_id")
                .orElseThrow();
        var state = ortrun.client()
                .put(room + "/state/m.rtc.member/s2" + sticky + "1000000", "{}")
                .is(200)
                .json()
                .string("event_id")
                .orElseThrow();
        for (int number = 0; number < 12; number++) {
            ortrun.client().put(room + "/send/m.room.message/m" + number, "{}").is(200);
        }

        var section = ortrun.client()
                .get("/_matrix/client/v3/sync")
                .is(200)
                .json()
                .object("rooms")
                .flatMap(rooms -> rooms.object("join"))
                .flatMap(joined -> joined.object(joined.names().iterator().next()))
                .flatMap(joined -> joined.object("msc4354_sticky"))
                .flatMap(told -> told.array("events"))
                .orElseThrow()
                .objectsIn()
                .toList();
        assertThat(section)
                .extracting(event -> event.string("event_id").orElseThrow())
                .containsExactly(message, state);
        for (var wrong : List.of("3600001", "-1", "1.5", "long")) {
            ortrun.client()
                    .put(room + "/send/m.rtc.member/w" + sticky + wrong, "{}")
                    .is(400, "M_INVALID_PARAM");
            ortrun.client()
                    .put(room + "/state/m.rtc.member/" + sticky + wrong, "{}")
                    .is(400, "M_INVALID_PARAM");
        }
    }

    @Test
    void an_event_is_scheduled_in_the_older_form_and_managed_without_a_token() {
        var olga = server.register("olga");
        var send = "/_matrix/client/v3/rooms/" + olga.createRoom() + "/send/m.room.message/t" + DELAY + "600000";

        var id = id(olga.client().put(send, "{\"body\":\"bye\"}"));

        assertThat(id(olga.client().put(send, ""))).isEqualTo(id);
        assertThat(ids(olga.client())).containsExactly(id);
        var event = "/_matrix/client/unstable/org.matrix.msc4140/delayed_events/" + id;
        server.client().post(event + "/restart", "").is(200);
        server.client().post(event, "{\"action\":\"cancel\"}").is(200);
        server.client().post(event + "/send", "{}").is(409, "M_UNKNOWN");
        server.client().post(event + "/wait", "{}").is(404, "M_UNRECOGNIZED");
        assertThat(ids(olga.client())).isEmpty();
    }

    @Test
    void an_event_is_scheduled_in_the_accepted_form_and_sent() {
        var pia = server.register("pia");
        var room = pia.createRoom();
        var body = "{\"delay_ms\":600000,\"state_key\":\"\",\"content\":{\"topic\":\"later\"}}";

        var id = id(pia.client().put("/_matrix/client/v3/rooms/" + room + "/delayed_event/m.room.topic/t", body));
        var event = "/_matrix/client/v1/delayed_events/" + id;
        assertThat(pia.client().get(event).is(200).json().has("finalised_ts")).isFalse();
        pia.client().post(event + "/send", "{}").is(200);

        assertThat(pia.client()
                        .get("/_matrix/client/v3/rooms/" + room + "/state/m.room.topic")
                        .is(200)
                        .json())
                .isEqualTo(JsonObject.of("topic", "later"));
        assertThat(pia.client().get(event).is(200).json().string("event_id")).isPresent();
    }

    @Test
    void a_delay_that_is_too_long_is_refused_as_each_form_says() {
        var rosa = server.register("rosa");
        var room = "/_matrix/client/v3/rooms/" + rosa.createRoom();

        var refused = rosa.client().put(room + "/state/m.room.topic" + DELAY + "3600001", "{}");
        refused.is(400, "M_UNKNOWN");
        assertThat(refused.json().string("org.matrix.msc4140.errcode")).contains("M_MAX_DELAY_EXCEEDED");
        assertThat(refused.json().integer("org.matrix.msc4140.max_delay")).hasValue(3_600_000);
        rosa.client()
                .put(room + "/delayed_event/m.room.topic/t", "{\"delay_ms\":3600001,\"content\":{}}")
                .is(403, "M_FORBIDDEN");
        rosa.client().put(room + "/state/m.room.topic" + DELAY + "soon", "{}").is(400, "M_INVALID_PARAM");
    }
}
