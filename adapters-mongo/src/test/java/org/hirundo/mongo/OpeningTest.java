package org.hirundo.mongo;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.hirundo.application.port.Storage;
import org.hirundo.application.port.StorageUnavailable;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.contract.fixture.GrowingRoom;
import org.hirundo.contract.fixture.Rooms;
import org.hirundo.contract.fixture.Users;
import org.hirundo.mongo.schema.NewerSchema;
import org.hirundo.testdb.MongoServer;
import org.hirundo.testdb.Mongod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when a storage is opened, on databases and servers of all kinds. */
class OpeningTest {

    private final String name = MongoServer.shared().newDatabaseName();
    private final MongoConfig config = new MongoConfig(MongoServer.shared().uri(), name);

    private void inDatabase(Consumer<MongoDatabase> work) {
        try (var client = MongoClients.create(config.uri())) {
            work.accept(client.getDatabase(name));
        }
    }

    @AfterEach
    void drop() {
        inDatabase(MongoDatabase::drop);
    }

    private Document schema() {
        var found = new ArrayList<Document>();
        inDatabase(database -> database.getCollection("schema_version").find().into(found));
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private void setSchema(Document fields) {
        inDatabase(database ->
                database.getCollection("schema_version").updateOne(eq("_id", "schema"), new Document("$set", fields)));
    }

    @Test
    void what_was_stored_is_there_when_the_storage_is_opened_again() {
        var room = new GrowingRoom(Rooms.ATTIC);
        try (var storage = MongoStorage.open(config)) {
            storage.stream().commit(List.of(room.commit(room.join(Users.ALICE))));
        }

        try (var storage = MongoStorage.open(config)) {
            assertThat(storage.stream().position()).isEqualTo(new StreamPosition(1));
            assertThat(storage.rooms().head(Rooms.ATTIC)).isPresent();
        }
    }

    @Test
    void an_empty_database_begins_at_the_start_of_the_stream() {
        try (var storage = MongoStorage.open(config)) {
            assertThat(storage.stream().position()).isEqualTo(StreamPosition.START);
        }
    }

    @Test
    void many_processes_open_an_empty_database_at_the_same_time() {
        var opened = Concurrently.call(4, caller -> MongoStorage.open(config));

        opened.forEach(Storage::close);
        inDatabase(database -> assertThat(
                        database.getCollection("schema_version").find().first())
                .satisfies(schema -> assertThat(schema.keySet()).containsExactly("_id", "version")));
    }

    @Test
    void opening_an_up_to_date_database_is_two_commands() {
        MongoStorage.open(config).close();
        var commands = new CountedCommands();

        assertThat(commands.during(
                        () -> MongoStorage.open(config, List.of(commands)).close()))
                .startsWith("hello", "find")
                .doesNotContain("create", "createIndexes", "update");
    }

    @Test
    void a_migration_that_was_interrupted_is_taken_up_once_its_lease_has_run_out() {
        MongoStorage.open(config).close();
        var upToDate = schema();
        var lease = new Document("owner", "another")
                .append("until", Date.from(Instant.now().plusMillis(500)));
        setSchema(new Document("version", 0).append("lease", lease));

        MongoStorage.open(config).close();

        assertThat(schema()).isEqualTo(upToDate).doesNotContainKey("lease");
    }

    @Test
    void users_of_an_earlier_release_can_be_searched() {
        var room = new GrowingRoom(Rooms.ATTIC);
        try (var storage = MongoStorage.open(config)) {
            storage.profiles().update(Users.BOB, profile -> profile.with("displayname", "Builder"));
            storage.stream().commit(List.of(room.commit(room.join(Users.ALICE), room.join(Users.BOB))));
        }
        inDatabase(database -> database.getCollection("profiles")
                .updateMany(new Document(), new Document("$unset", new Document("terms", ""))));
        setSchema(new Document("version", 2));

        try (var storage = MongoStorage.open(config)) {
            assertThat(storage.profiles().search(Users.ALICE, Set.of("build"), 10))
                    .containsExactly(Users.BOB);
        }
    }

    @Test
    void a_database_of_a_later_release_is_refused() {
        MongoStorage.open(config).close();
        setSchema(new Document("version", 1_000));

        assertThatThrownBy(() -> MongoStorage.open(config))
                .isInstanceOf(NewerSchema.class)
                .hasMessageContaining("version 1000")
                .hasMessageContaining("later one");
    }

    @Test
    void a_stand_alone_server_is_refused_with_a_word_on_what_to_change(@TempDir Path data) {
        assumeTrue(Mongod.isAvailable(), "mongod is fetched for Linux on x86-64 only");
        try (var mongod = Mongod.standAlone(data, Mongod.freePort())) {
            assertThatThrownBy(() -> MongoStorage.open(new MongoConfig(mongod.uri(), name)))
                    .isInstanceOf(UnsuitableServer.class)
                    .hasMessageContaining("--replSet rs0")
                    .hasMessageContaining("rs.initiate()");
        }
    }

    @Test
    void a_server_that_is_not_there_is_unavailable() {
        var nobody = "mongodb://127.0.0.1:" + Mongod.freePort() + "/?replicaSet=rs0&serverSelectionTimeoutMS=200";

        assertThatThrownBy(() -> MongoStorage.open(new MongoConfig(nobody, name)))
                .isInstanceOf(StorageUnavailable.class);
    }

    @Test
    void a_server_that_goes_away_is_unavailable_until_it_is_back(@TempDir Path data) {
        assumeTrue(Mongod.isAvailable(), "mongod is fetched for Linux on x86-64 only");
        int port = Mongod.freePort();
        var mongod = Mongod.replicaSet(data, port);
        var impatient = new MongoConfig(mongod.uri() + "&serverSelectionTimeoutMS=200", name);
        var room = new GrowingRoom(Rooms.ATTIC);
        var created = room.commit(room.join(Users.ALICE));
        var joined = room.commit(room.join(Users.BOB));
        try (var storage = MongoStorage.open(impatient)) {
            storage.stream().commit(List.of(created));

            mongod.kill();
            assertThatThrownBy(() -> storage.stream().commit(List.of(joined))).isInstanceOf(StorageUnavailable.class);
            assertThatThrownBy(() -> storage.rooms().head(Rooms.ATTIC)).isInstanceOf(StorageUnavailable.class);
        }

        try (var again = Mongod.replicaSet(data, port);
                var storage = MongoStorage.open(new MongoConfig(again.uri(), name))) {
            assertThat(storage.stream().position()).isEqualTo(new StreamPosition(1));
            storage.stream().commit(List.of(joined));
            assertThat(storage.memberships().membersOf(Rooms.ATTIC)).containsOnlyKeys(Users.ALICE, Users.BOB);
        }
    }
}
