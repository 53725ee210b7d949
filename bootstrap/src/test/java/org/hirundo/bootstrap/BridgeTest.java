package org.hirundo.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A bridge beside the server, over HTTP in both directions. */
@Timeout(300)
class BridgeTest {

    private static final String PUPPET = "user_id=@fake_dora:localhost";

    @TempDir
    Path folder;

    private ServerProcess running() throws InterruptedException {
        return ServerProcess.running(
                folder, "--registration.mode=open", "--server.name=localhost", "--appservice.registrations=bridges");
    }

    private static void says(MatrixClient client, String room, String text, String query) throws Exception {
        client.put(
                        "rooms/" + room + "/send/m.room.message/" + text + query,
                        JsonObject.of("msgtype", "m.text").with("body", text))
                .good();
    }

    @Test
    void a_bridge_puppets_users_and_is_told_everything_once_whoever_stands_still_meanwhile() throws Exception {
        Files.createDirectory(folder.resolve("bridges"));
        try (var bridge = FakeBridge.start()) {
            Files.writeString(folder.resolve("bridges/fake.yaml"), bridge.registration());
            var said = new ArrayList<String>();
            String room;
            MatrixClient alice;
            try (var server = running()) {
                var service = MatrixClient.withToken(server.address(), FakeBridge.AS_TOKEN);
                registersPuppet(service);
                alice = MatrixClient.register(server.address(), "alice");
                room = alice.post("createRoom", JsonObject.of("preset", "public_chat"))
                        .good()
                        .string("room_id")
                        .orElseThrow();
                service.post("join/" + room + "?" + PUPPET, JsonObject.EMPTY).good();
                says(alice, room, "hello", "");
                says(service, room, "answer", "?" + PUPPET + "&ts=1000");
                said.addAll(List.of("hello", "answer"));
                assertThat(bridge.awaitMessages(2)).isEqualTo(said);
                assertSentAsThePuppet(alice, room);
                assertThat(service.post("../v1/appservice/fake/ping", JsonObject.of("transaction_id", "meow"))
                                .good()
                                .integer("duration_ms")
                                .orElseThrow())
                        .isNotNegative();

                bridge.isFailing(true);
                for (var number : IntStream.range(0, 20).toArray()) {
                    says(alice, room, "missed-" + number, "");
                    said.add("missed-" + number);
                }
                bridge.awaitFailures(2);
                server.terminate();
                assertThat(server.exitCode()).isEqualTo(143);
            }
            bridge.isFailing(false);
            try (var server = running()) {
                says(alice.at(server.address()), room, "late", "");
                said.add("late");
                assertThat(bridge.awaitMessages(said.size())).isEqualTo(said);
            }
        }
    }

    private static void registersPuppet(MatrixClient service) throws Exception {
        var puppet = service.post(
                        "register",
                        JsonObject.of("type", "m.login.application_service")
                                .with("username", "fake_dora")
                                .with("inhibit_login", JsonBoolean.TRUE))
                .good();
        assertThat(puppet.string("user_id")).contains("@fake_dora:localhost");
        assertThat(puppet.has("access_token")).isFalse();
        assertThat(service.get("account/whoami").good().string("user_id")).contains("@fakebot:localhost");
        assertThat(service.get("account/whoami?" + PUPPET).good().has("device_id"))
                .isFalse();
        var refused = service.get("account/whoami?user_id=@alice:localhost");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().string("errcode")).contains("M_FORBIDDEN");
        assertThat(service.get("account/whoami?" + PUPPET + "&device_id=NONE")
                        .body()
                        .string("errcode"))
                .contains("M_UNKNOWN_DEVICE");
        assertThat(service.put("devices/BRIDGED?" + PUPPET, JsonObject.EMPTY).status())
                .isEqualTo(201);
        assertThat(service.get("account/whoami?" + PUPPET + "&org.matrix.msc3202.device_id=BRIDGED")
                        .good()
                        .string("device_id"))
                .contains("BRIDGED");
    }

    private static void assertSentAsThePuppet(MatrixClient alice, String room) throws Exception {
        var answer = alice.get("rooms/" + room + "/messages?dir=b&limit=1")
                .good()
                .array("chunk")
                .orElseThrow()
                .objectsIn()
                .findFirst()
                .orElseThrow();
        assertThat(answer.string("sender")).contains("@fake_dora:localhost");
        assertThat(answer.integer("origin_server_ts")).hasValue(1000);
    }
}
