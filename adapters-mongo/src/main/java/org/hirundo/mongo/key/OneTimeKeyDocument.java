package org.hirundo.mongo.key;

import org.bson.Document;
import org.hirundo.application.port.key.OneTimeKeyStore.OneTimeKey;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.KeyId;
import org.hirundo.domain.id.UserId;
import org.hirundo.mongo.common.Json;

/**
 * A one-time key or fallback key as it is stored.
 *
 * <p>One-time keys have a place in the order of their device's uploads, which {@link #UPLOADS} counts; a unique index of
 * device, algorithm and place leads to the oldest. Of fallback keys there is one for a device and algorithm.
 */
final class OneTimeKeyDocument {

    static final String ONE_TIME_KEYS = "one_time_keys";
    static final String FALLBACK_KEYS = "fallback_keys";

    /** How many keys a device uploaded so far; identity: user and device. */
    static final String UPLOADS = "one_time_key_uploads";

    static final String UPLOADED = "uploaded";
    static final String USER = "user";
    static final String DEVICE = "device";
    static final String ALGORITHM = "algorithm";
    static final String PLACE = "place";
    static final String USED = "used";

    private OneTimeKeyDocument() {}

    static Document device(UserId user, DeviceId device) {
        return new Document(USER, user.toString()).append(DEVICE, device.toString());
    }

    static Document oneTimeKey(UserId user, DeviceId device, OneTimeKey key, long place) {
        return device(user, device)
                .append(ALGORITHM, key.id().algorithm())
                .append(PLACE, place)
                .append("version", key.id().version())
                .append("key", Json.stored(key.key()));
    }

    static Document fallbackKey(UserId user, DeviceId device, OneTimeKey key) {
        return device(user, device)
                .append(ALGORITHM, key.id().algorithm())
                .append("version", key.id().version())
                .append("key", Json.stored(key.key()))
                .append(USED, false);
    }

    static OneTimeKey key(Document document) {
        return new OneTimeKey(
                new KeyId(document.getString(ALGORITHM), document.getString("version")), Json.value(document, "key"));
    }
}
