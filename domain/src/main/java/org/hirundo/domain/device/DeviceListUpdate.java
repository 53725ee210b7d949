package org.hirundo.domain.device;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.MalformedIdentifier;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonObject;

/**
 * What a server tells others when a device of one of its users changes, {@code m.device_list_update}.
 *
 * @param streamId unique for the user, growing
 * @param prevIds the stream ids of the updates just before this one; the receiver must know them
 * @param deleted whether the device is gone
 * @param keys the device's identity keys, if it has any
 * @see <a href="https://spec.matrix.org/v1.19/server-server-api/#device-management">Device management</a>
 */
public record DeviceListUpdate(
        UserId user,
        DeviceId device,
        long streamId,
        List<Long> prevIds,
        boolean deleted,
        Optional<String> displayName,
        Optional<JsonObject> keys) {

    public DeviceListUpdate {
        prevIds = List.copyOf(prevIds);
    }

    /**
     * Reads the content of the EDU.
     *
     * @throws BadJson when what it needs is not there, or its keys are of another user or device
     */
    public static DeviceListUpdate parse(JsonObject content) {
        var user = user(required(content, "user_id"));
        var device = new DeviceId(required(content, "device_id"));
        var keys = content.object("keys");
        keys.ifPresent(json -> {
            if (!required(json, "user_id").equals(user.toString())
                    || !required(json, "device_id").equals(device.value())) {
                throw new BadJson("The keys are of another device than the update");
            }
        });
        return new DeviceListUpdate(
                user,
                device,
                content.integer("stream_id").orElseThrow(() -> new BadJson("A device list update has a stream_id")),
                integers(content.array("prev_id").orElse(JsonArray.EMPTY)),
                content.bool("deleted").orElse(false),
                content.string("device_display_name"),
                keys);
    }

    private static UserId user(String text) {
        try {
            return UserId.parse(text);
        } catch (MalformedIdentifier e) {
            throw new BadJson("A device list update is of a user, not of " + text);
        }
    }

    private static String required(JsonObject json, String name) {
        return json.string(name).orElseThrow(() -> new BadJson("A device list update has a " + name));
    }

    private static List<Long> integers(JsonArray array) {
        return array.values().stream()
                .filter(JsonInteger.class::isInstance)
                .map(value -> ((JsonInteger) value).value())
                .toList();
    }

    /**
     * Whether nothing was missed between what is known of the user's devices and this update. When something was, the whole
     * list must be asked for again.
     *
     * @param seen the stream ids of the updates that were applied, or of the list that was fetched
     */
    public boolean follows(Set<Long> seen) {
        return seen.containsAll(prevIds);
    }

    /** The content of the EDU. */
    public JsonObject toJson() {
        var json = JsonObject.builder()
                .put("user_id", user.toString())
                .put("device_id", device.value())
                .put("stream_id", streamId)
                .put("prev_id", JsonArray.of(prevIds, JsonInteger::new));
        if (deleted) {
            json.put("deleted", true);
        }
        displayName.ifPresent(name -> json.put("device_display_name", name));
        keys.ifPresent(value -> json.put("keys", value));
        return json.build();
    }
}
