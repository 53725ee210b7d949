package org.hirundo.rest.client.sync;

import java.util.Collection;
import org.hirundo.application.port.key.OneTimeKeyStore.KeyCounts;
import org.hirundo.application.port.stream.ToDeviceSend;
import org.hirundo.application.sync.SyncAnswer.DeviceLists;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonWriter;

/** Writes what answers of classic and sliding sync tell a device alike. */
final class DeviceParts {

    private DeviceParts() {}

    /** The messages, one after another. */
    static void messages(JsonWriter json, Collection<ToDeviceSend.Message> messages) {
        for (var message : messages) {
            json.beginObject()
                    .name("type")
                    .value(message.type())
                    .name("sender")
                    .value(message.sender().toString())
                    .name("content")
                    .value(message.content())
                    .endObject();
        }
    }

    /** The members that tell whose devices changed; none when nobody's did. */
    static void lists(JsonWriter json, DeviceLists lists) {
        if (!lists.changed().isEmpty() || !lists.left().isEmpty()) {
            json.name("device_lists").beginObject();
            users(json, "changed", lists.changed());
            users(json, "left", lists.left());
            json.endObject();
        }
    }

    /** The members that tell what is left of the device's keys. */
    static void keyCounts(JsonWriter json, KeyCounts counts) {
        json.name("device_one_time_keys_count").beginObject();
        counts.oneTimeKeys().forEach((algorithm, count) -> json.name(algorithm).value(count));
        // Clients that see no count of this algorithm wait for ever instead of uploading keys.
        if (!counts.oneTimeKeys().containsKey("signed_curve25519")) {
            json.name("signed_curve25519").value(0);
        }
        json.endObject();
        json.name("device_unused_fallback_key_types").beginArray();
        counts.unusedFallbackAlgorithms().forEach(json::value);
        json.endArray();
    }

    /** A member with user ids. */
    static void users(JsonWriter json, String name, Collection<UserId> users) {
        json.name(name).beginArray();
        users.forEach(user -> json.value(user.toString()));
        json.endArray();
    }
}
