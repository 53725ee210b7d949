package org.hirundo.bootstrap.http;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Media that came after the old paths were frozen are not served there, not even to those who show a token. */
class FrozenMediaTest {

    @RegisterExtension
    static final RunningServer server =
            RunningServer.with(Map.of("media.unauthenticated", "yes", "media.unauthenticated-until", "2026-01-31"));

    @Test
    void what_is_new_is_hidden_from_the_old_paths() {
        var alice = server.register("alice");
        var media = alice.client()
                .with("Content-Type", "text/plain")
                .post("/_matrix/media/v3/upload", "hello")
                .is(200)
                .json()
                .string("content_uri")
                .orElseThrow()
                .substring("mxc://".length());

        alice.client().get("/_matrix/client/v1/media/download/" + media).is(200);
        for (var old : List.of("/_matrix/media/v3/", "/_matrix/media/r0/", "/_matrix/media/v1/")) {
            for (var path : List.of(
                    "download/" + media,
                    "download/" + media + "/a.txt",
                    "thumbnail/" + media + "?width=32&height=32")) {
                server.client().get(old + path).is(404, "M_NOT_FOUND");
                alice.client().get(old + path).is(404, "M_NOT_FOUND");
            }
        }
    }
}
