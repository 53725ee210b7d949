package org.hirundo.mongo.key;

import org.bson.Document;
import org.hirundo.application.port.key.DehydratedDeviceStore.Dehydrated;
import org.hirundo.application.port.stream.DeviceDehydrated;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.mongo.common.Fields;
import org.hirundo.mongo.common.Json;

/** A dehydrated device as it is stored; its identity is the user. */
final class DehydratedDeviceDocument {

    static final String COLLECTION = "dehydrated_devices";
    static final String DEVICE = "device";

    private DehydratedDeviceDocument() {}

    static Document of(DeviceDehydrated change) {
        return new Document(Fields.ID, change.user().toString())
                .append(DEVICE, change.device().toString())
                .append("data", Json.stored(change.data()));
    }

    static Dehydrated dehydrated(Document document) {
        return new Dehydrated(new DeviceId(document.getString(DEVICE)), Json.object(document, "data"));
    }
}
