package org.hirundo.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What guests may call.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#guest-access">Guest access</a>
 */
class GuestEndpointsTest {

    @RegisterExtension
    static final RunningServer server =
            RunningServer.with(Map.of("registration.guests", "yes", "limits.enabled", "no"));

    /** The list of the specification, as far as it is served. */
    private static final Set<String> SPECIFIED = Set.of(
            "GET /_matrix/client/v3/rooms/{roomId}/state",
            "GET /_matrix/client/v3/rooms/{roomId}/context/{eventId}",
            "GET /_matrix/client/v3/rooms/{roomId}/event/{eventId}",
            "GET /_matrix/client/v3/rooms/{roomId}/state/{eventType}/{stateKey}",
            "GET /_matrix/client/v3/rooms/{roomId}/messages",
            "GET /_matrix/client/v3/rooms/{roomId}/members",
            "GET /_matrix/client/v3/rooms/{roomId}/initialSync",
            "GET /_matrix/client/v3/sync",
            "GET /_matrix/client/v3/events",
            "GET /_matrix/client/v1/media/download/{serverName}/{mediaId}",
            "GET /_matrix/client/v1/media/download/{serverName}/{mediaId}/{fileName}",
            "GET /_matrix/client/v1/media/thumbnail/{serverName}/{mediaId}",
            "POST /_matrix/client/v3/rooms/{roomId}/join",
            "POST /_matrix/client/v3/rooms/{roomId}/leave",
            "PUT /_matrix/client/v3/rooms/{roomId}/send/{eventType}/{txnId}",
            "PUT /_matrix/client/v3/rooms/{roomId}/state/{eventType}/{stateKey}",
            "PUT /_matrix/client/v3/sendToDevice/{eventType}/{txnId}",
            "PUT /_matrix/client/v3/profile/{userId}/{keyName}",
            "DELETE /_matrix/client/v3/profile/{userId}/{keyName}",
            "GET /_matrix/client/v3/devices",
            "GET /_matrix/client/v3/devices/{deviceId}",
            "PUT /_matrix/client/v3/devices/{deviceId}",
            "GET /_matrix/client/v3/account/whoami",
            "POST /_matrix/client/v3/keys/upload",
            "POST /_matrix/client/v3/keys/query",
            "POST /_matrix/client/v3/keys/claim");

    private static Client guest() {
        var token = server.client()
                .post("/_matrix/client/v3/register?kind=guest", "{}")
                .is(200)
                .json()
                .string("access_token")
                .orElseThrow();
        return server.client().as(token);
    }

    @Test
    void what_the_specification_lists_is_not_closed_to_guests() {
        var guest = guest();
        for (var call : SPECIFIED) {
            var method = call.substring(0, call.indexOf(' '));
            // Of a profile, guests may change this field alone.
            var path = call.substring(method.length() + 1)
                    .replace("{keyName}", "displayname")
                    .replaceAll("\\{\\w+}", "some");
            var answer = guest.send(method, path, BodyPublishers.ofString("{}"));
            if (answer.status() >= 400) {
                assertThat(answer.errcode()).as(call).isNotIn("M_GUEST_ACCESS_FORBIDDEN", "M_UNRECOGNIZED");
            }
        }
    }

    /** Those that write to the account or to others, which the specification does not list. */
    @TestFactory
    Stream<DynamicTest> guests_do_nothing_else() {
        var guest = guest();
        return Stream.of(
                        "POST /_matrix/client/v3/createRoom",
                        "POST /_matrix/client/v3/rooms/some/invite",
                        "POST /_matrix/client/v3/rooms/some/kick",
                        "POST /_matrix/client/v3/rooms/some/ban",
                        "POST /_matrix/client/v3/knock/some",
                        "POST /_matrix/client/v3/account/password",
                        "POST /_matrix/client/v3/account/deactivate",
                        "GET /_matrix/client/v3/account/3pid",
                        "POST /_matrix/client/v3/account/3pid/add",
                        "POST /_matrix/client/v3/account/3pid/delete",
                        "POST /_matrix/client/v3/account/3pid/bind",
                        "POST /_matrix/client/v3/user_directory/search",
                        "POST /_matrix/client/v3/search",
                        "POST /_matrix/client/v1/login/get_token",
                        "POST /_matrix/client/v3/pushers/set",
                        "POST /_matrix/media/v3/upload",
                        "GET /_matrix/client/v3/capabilities")
                .map(call -> DynamicTest.dynamicTest(call, () -> {
                    var parts = List.of(call.split(" ", 2));
                    guest.send(parts.getFirst(), parts.getLast(), BodyPublishers.ofString(JsonObject.EMPTY.toString()))
                            .is(403, "M_GUEST_ACCESS_FORBIDDEN");
                }));
    }
}
