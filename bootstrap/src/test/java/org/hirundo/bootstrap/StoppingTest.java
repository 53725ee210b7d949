package org.hirundo.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoppingTest {

    private static final int SENDERS = 8;
    private static final int MESSAGES_BEFORE_THE_STOP = 200;
    private static final int TERMINATED = 143;

    @TempDir
    Path folder;

    @Test
    void whoever_waits_is_answered_and_nothing_that_was_acknowledged_is_lost() throws Exception {
        Map<String, String> acknowledged = new ConcurrentHashMap<>();
        String room;
        MatrixClient alice;
        try (var server = ServerProcess.running(folder, "--registration.mode=open");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            alice = MatrixClient.register(server.address(), "alice");
            room = alice.post("createRoom", JsonObject.EMPTY)
                    .good()
                    .string("room_id")
                    .orElseThrow();
            var bob = MatrixClient.register(server.address(), "bob");
            var since = bob.get("sync").good().string("next_batch").orElseThrow();

            // Nothing ever happens for bob, so that only the stop can end his waiting.
            var longPoll = threads.submit(() -> bob.get("sync?timeout=600000&since=" + since));
            var enough = new CountDownLatch(MESSAGES_BEFORE_THE_STOP);
            var senders = IntStream.range(0, SENDERS)
                    .mapToObj(sender -> threads.submit(sendUntilStopped(alice, room, sender, acknowledged, enough)))
                    .toList();
            assertThat(enough.await(2, TimeUnit.MINUTES)).isTrue();
            server.terminate();

            var answer = longPoll.get(1, TimeUnit.MINUTES);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().string("next_batch")).isPresent();
            assertThat(server.exitCode()).isEqualTo(TERMINATED);
            for (var sender : senders) {
                assertThat(sender.get(1, TimeUnit.MINUTES))
                        .as("statuses of refusals")
                        .isSubsetOf(List.of(503));
            }
            assertThat(server.output()).doesNotContain("SEVERE");
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(MESSAGES_BEFORE_THE_STOP);
        try (var server = ServerProcess.running(folder);
                var again = alice.at(server.address())) {
            for (var message : acknowledged.entrySet()) {
                var event = again.get("rooms/" + room + "/event/" + message.getKey())
                        .good();
                assertThat(event.object("content").orElseThrow().string("body")).hasValue(message.getValue());
            }
        }
    }

    /** Sends one message after the other until the server is gone; answers the statuses of what it refused. */
    private static Callable<List<Integer>> sendUntilStopped(
            MatrixClient client, String room, int sender, Map<String, String> acknowledged, CountDownLatch enough) {
        return () -> {
            for (int i = 0; ; i++) {
                var body = sender + "/" + i;
                try {
                    var answer = client.put(
                            "rooms/" + room + "/send/m.room.message/" + sender + "-" + i,
                            JsonObject.builder()
                                    .put("msgtype", "m.text")
                                    .put("body", body)
                                    .build());
                    if (answer.status() != 200) {
                        return List.of(answer.status());
                    }
                    acknowledged.put(answer.body().string("event_id").orElseThrow(), body);
                    enough.countDown();
                } catch (IOException gone) {
                    return List.of();
                }
            }
        };
    }
}
