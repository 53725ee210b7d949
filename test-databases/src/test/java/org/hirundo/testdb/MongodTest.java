package org.hirundo.testdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongodTest {

    @TempDir
    private Path data;

    @BeforeEach
    void onMachinesThatMongodRunsOn() {
        assumeTrue(Mongod.isAvailable(), "mongod is fetched for Linux on x86-64 only");
    }

    @Test
    void what_was_acknowledged_is_there_after_a_kill() {
        int port = Mongod.freePort();
        var mongod = Mongod.replicaSet(data, port);
        insert(mongod, 1);

        mongod.kill();
        mongod = Mongod.replicaSet(data, port);
        insert(mongod, 2);

        assertThat(numbers(mongod)).containsExactly(1, 2);
        mongod.close();
    }

    @Test
    void a_closed_server_is_gone() {
        int port = Mongod.freePort();
        var mongod = Mongod.standAlone(data, port);
        var listening = listens(port);

        mongod.close();

        assertThat(listening).isTrue();
        assertThat(listens(port)).isFalse();
    }

    private static boolean listens(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private static void insert(Mongod mongod, int number) {
        try (var client = MongoClients.create(mongod.uri())) {
            client.getDatabase("test")
                    .getCollection("numbers")
                    .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                    .insertOne(new Document("_id", number));
        }
    }

    private static List<Integer> numbers(Mongod mongod) {
        try (var client = MongoClients.create(mongod.uri())) {
            return client.getDatabase("test")
                    .getCollection("numbers")
                    .find()
                    .map(found -> found.getInteger("_id"))
                    .into(new ArrayList<>());
        }
    }
}
