package org.hirundo.application.todevice;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hirundo.application.request.Body;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonValue;

/** Contents of messages by the users they are for. */
record Addressed(Map<UserId, ToUser> byUser) {

    private static final String ALL_DEVICES = "*";

    /**
     * What is for one user.
     *
     * @param byDevice by device id; {@code *} stands for all devices that are not named
     */
    record ToUser(Map<String, JsonObject> byDevice) {

        /** What is for the device. */
        Optional<JsonObject> contentFor(DeviceId device) {
            return Optional.ofNullable(byDevice.get(device.value()))
                    .or(() -> Optional.ofNullable(byDevice.get(ALL_DEVICES)));
        }
    }

    /**
     * Reads the body of a request.
     *
     * @throws BadJson when there are others than user ids or objects
     * @throws org.hirundo.domain.error.MissingParam when there are no messages
     */
    static Addressed parse(JsonObject body) {
        var byUser = new HashMap<UserId, ToUser>();
        new Body(body).requiredObject("messages").members().forEach((name, value) -> {
            var user = UserId.find(name).orElseThrow(() -> new BadJson("Messages are by user id, not by " + name));
            var byDevice = new HashMap<String, JsonObject>();
            object(value).members().forEach((device, content) -> byDevice.put(device, object(content)));
            byUser.put(user, new ToUser(byDevice));
        });
        return new Addressed(byUser);
    }

    private static JsonObject object(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new BadJson("Messages are objects, by device id and user id");
    }

    /** What is for users of the server. */
    Map<UserId, ToUser> to(ServerName server) {
        var local = new HashMap<>(byUser);
        local.keySet().removeIf(user -> !user.isLocalTo(server));
        return local;
    }
}
