package org.hirundo.mongo.session;

import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.hirundo.application.port.session.Device;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.mongo.common.Fields;
import org.jspecify.annotations.Nullable;

/**
 * A device as it is stored; its identity is user and device. {@code touched} counts the changes of its tokens: every
 * transaction that changes them also changes this, so that two of them collide and one is tried again.
 */
final class DeviceDocument {

    static final String COLLECTION = "devices";
    static final String USER = "_id.user";
    static final String NAME = "name";
    static final String SEEN_AT = "seenAt";
    static final String SEEN_IP = "seenIp";
    static final String TOUCHED = "touched";

    private DeviceDocument() {}

    static Document id(UserId user, DeviceId device) {
        return new Document("user", user.toString()).append("device", device.toString());
    }

    static Document of(Device device) {
        return new Document(Fields.ID, id(device.user(), device.id()))
                .append(NAME, device.displayName().orElse(null))
                .append(SEEN_AT, device.lastSeenAt().orElse(null))
                .append(SEEN_IP, device.lastSeenIp().orElse(null))
                .append(TOUCHED, 0L);
    }

    /** Adds the device, or gives a known one what it lacks; touches it in any case. */
    static List<Bson> signIn(Device device) {
        return List.of(new Document(
                "$set",
                new Document(NAME, unlessPresent(NAME, device.displayName().orElse(null)))
                        .append(
                                SEEN_AT,
                                unlessPresent(SEEN_AT, device.lastSeenAt().orElse(null)))
                        .append(
                                SEEN_IP,
                                unlessPresent(SEEN_IP, device.lastSeenIp().orElse(null)))
                        .append(TOUCHED, new Document("$add", List.of(unlessPresent(TOUCHED, 0L), 1L)))));
    }

    private static Document unlessPresent(String field, @Nullable Object value) {
        return new Document("$ifNull", List.of("$" + field, new Document("$literal", value)));
    }

    static Device device(Document document) {
        var id = Fields.id(document);
        return new Device(
                UserId.parse(id.getString("user")),
                new DeviceId(id.getString("device")),
                Fields.string(document, NAME),
                Fields.instant(document, SEEN_AT),
                Fields.string(document, SEEN_IP));
    }
}
