package org.hirundo.mongo.key;

import org.bson.Document;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.mongo.common.Fields;
import org.hirundo.mongo.common.Json;

/** The keys of a device, or a cross-signing key of a user, as they are stored. */
final class DeviceKeysDocument {

    /** Identity: user and device. */
    static final String DEVICE_KEYS = "device_keys";

    /** Identity: user and usage. */
    static final String CROSS_SIGNING_KEYS = "cross_signing_keys";

    /** Who changed when; identity: the position. */
    static final String CHANGES = "device_key_changes";

    static final String USER = "_id.user";
    static final String CHANGED_USER = "user";

    private DeviceKeysDocument() {}

    static Document deviceId(UserId user, DeviceId device) {
        return new Document("user", user.toString()).append("device", device.toString());
    }

    static Document crossSigningId(UserId user, String usage) {
        return new Document("user", user.toString()).append("usage", usage);
    }

    static Document of(Document id, JsonObject keys) {
        return new Document(Fields.ID, id).append("keys", Json.stored(keys));
    }

    static Document change(long position, UserId user) {
        return new Document(Fields.ID, position).append(CHANGED_USER, user.toString());
    }

    static UserId user(Document document) {
        return UserId.parse(Fields.id(document).getString("user"));
    }

    static DeviceId device(Document document) {
        return new DeviceId(Fields.id(document).getString("device"));
    }

    static String usage(Document document) {
        return Fields.id(document).getString("usage");
    }

    static JsonObject keys(Document document) {
        return Json.object(document, "keys");
    }
}
