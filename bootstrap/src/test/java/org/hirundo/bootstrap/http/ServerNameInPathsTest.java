package org.hirundo.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server whose name is an IPv6 address with a port: its colons and brackets are in every id and in many paths. */
class ServerNameInPathsTest {

    private static final String NAME = "[2001:db8::1]:8448";

    @RegisterExtension
    static final RunningServer server = RunningServer.with(Map.of("server.name", NAME, "limits.enabled", "no"));

    private static String client(String rest, String id) {
        return "/_matrix/client/v3/" + rest + "/" + Sweep.encoded(id);
    }

    @Test
    @Tag("easily-missed-28")
    void users_rooms_aliases_and_media_are_found_by_ids_with_its_name() {
        var alice = server.register("alice");
        assertThat(alice.user()).isEqualTo("@alice:" + NAME);
        assertThat(server.logIn(alice).user()).isEqualTo(alice.user());
        alice.client()
                .put(client("profile", alice.user()) + "/displayname", "{\"displayname\":\"Alice\"}")
                .is(200);
        assertThat(server.client()
                        .get(client("profile", alice.user()))
                        .is(200)
                        .json()
                        .string("displayname"))
                .contains("Alice");

        var old = alice.client()
                .post("/_matrix/client/v3/createRoom", "{\"room_version\":\"11\",\"room_alias_name\":\"inn\"}")
                .is(200)
                .json()
                .string("room_id")
                .orElseThrow();
        assertThat(old).endsWith(":" + NAME);
        assertThat(server.client()
                        .get(client("directory/room", "#inn:" + NAME))
                        .is(200)
                        .json()
                        .string("room_id"))
                .contains(old);
        assertThat(alice.client()
                        .get(client("rooms", old) + "/state/m.room.member/" + Sweep.encoded(alice.user()))
                        .is(200)
                        .json()
                        .string("membership"))
                .contains("join");
        assertThat(alice.client()
                        .post(client("join", "#inn:" + NAME), "{}")
                        .is(200)
                        .json())
                .isEqualTo(JsonObject.of("room_id", old));

        var uri = alice.client()
                .with("Content-Type", "text/plain")
                .post("/_matrix/media/v3/upload", "hello")
                .is(200)
                .json()
                .string("content_uri")
                .orElseThrow();
        assertThat(uri).startsWith("mxc://" + NAME + "/");
        assertThat(alice.client()
                        .get("/_matrix/client/v1/media/download/" + Sweep.encoded(NAME)
                                + uri.substring(uri.lastIndexOf('/')))
                        .is(200)
                        .body())
                .asString()
                .isEqualTo("hello");
    }
}
