package org.hirundo.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.event.GraphPosition;
import org.hirundo.application.port.relation.RelationRange;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.contract.fixture.GrowingRoom;
import org.hirundo.contract.fixture.Rooms;
import org.hirundo.contract.fixture.Users;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.jpa.connection.Provider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was stored by the first version of the tables is filled into those that came later. */
class OldDataTest {

    private static final GraphPosition END = new GraphPosition(Long.MAX_VALUE, new StreamPosition(Long.MAX_VALUE));

    /** The tables that came after the first version. */
    private static final List<String> LATER = List.of(
            "relation",
            "profile_term",
            "report",
            "dehydrated_device",
            "login_token",
            "follower_cursor",
            "search_posting",
            "pusher",
            "waiting_push",
            "delayed_event",
            "sticky_event",
            "preview",
            "registration_token",
            "registration_token_use",
            "thread_subscription",
            "threepid",
            "validation",
            "service_progress",
            "network_room");

    /** The indexes of older tables that came after the first version. */
    private static final List<String> LATER_INDEXES =
            List.of("event_by_time", "media_by_blob", "media_by_uploader", "media_by_expiry", "thumbnail_by_blob");

    @TempDir
    private Path folder;

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("server.sqlite");
    }

    private JpaConfig config() {
        return new JpaConfig(url(), "", "", Provider.ECLIPSELINK, 2);
    }

    /** Takes away all that came after the first version. */
    private void goBack() throws SQLException {
        try (var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement()) {
            for (var table : LATER) {
                statement.execute("drop table " + table);
            }
            for (var index : LATER_INDEXES) {
                statement.execute("drop index " + index);
            }
            statement.execute("alter table event drop column origin_server_ts");
            statement.execute("alter table uia_session drop column user_id");
            statement.execute("alter table uia_session drop column flows");
            statement.execute("delete from flyway_schema_history where version <> '1'");
        }
    }

    @Test
    void relations_and_users_of_the_first_version_are_found() throws SQLException {
        var room = new GrowingRoom(Rooms.ATTIC);
        var joins = room.commit(room.join(Users.ALICE), room.join(Users.BOB));
        var root = room.message(Users.ALICE, JsonObject.EMPTY);
        var rootCommit = room.commit(root);
        var relation =
                JsonObject.of("rel_type", "m.thread").with("event_id", root.id().value());
        var reply = room.message(Users.BOB, JsonObject.of("m.relates_to", relation));
        try (var storage = JpaStorage.open(config())) {
            storage.profiles().update(Users.BOB, profile -> profile.with("displayname", "Builder"));
            storage.stream().commit(List.of(joins, rootCommit, room.commit(reply)));
        }
        goBack();

        try (var storage = JpaStorage.open(config())) {
            var range = new RelationRange(room.id(), root.id(), 1, Optional.empty(), Optional.empty(), true, END, 10);
            assertThat(storage.relations().related(range)).containsExactly(reply.id());
            assertThat(storage.profiles().search(Users.ALICE, Set.of("build"), 10))
                    .containsExactly(Users.BOB);
        }
    }
}
