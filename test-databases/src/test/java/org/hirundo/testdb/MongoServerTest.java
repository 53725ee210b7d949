package org.hirundo.testdb;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class MongoServerTest {

    @Test
    void the_shared_server_is_a_replica_set_that_takes_transactions() {
        try (var client = MongoClients.create(MongoServer.shared().uri())) {
            var numbers =
                    client.getDatabase(MongoServer.shared().newDatabaseName()).getCollection("numbers");
            numbers.insertOne(new Document("_id", 0));
            try (var session = client.startSession()) {
                session.withTransaction(() -> numbers.insertOne(session, new Document("_id", 1)));
            }

            assertThat(numbers.countDocuments()).isEqualTo(2);
        }
    }

    @Test
    void it_is_started_once() {
        assertThat(MongoServer.shared()).isSameAs(MongoServer.shared());
    }

    @Test
    void database_names_differ() {
        assertThat(MongoServer.shared().newDatabaseName())
                .isNotEqualTo(MongoServer.shared().newDatabaseName());
    }
}
