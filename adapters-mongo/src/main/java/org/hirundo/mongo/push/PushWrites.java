package org.hirundo.mongo.push;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.DeleteManyModel;
import org.hirundo.application.port.stream.DevicesRemoved;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.mongo.common.Writes;

/** What a commit changes of pushers. */
public final class PushWrites {

    private PushWrites() {}

    /** The pushers that the devices set go, with what waits for them. */
    public static void remove(Writes writes, DevicesRemoved removed) {
        writes.add(
                PusherDocument.COLLECTION,
                new DeleteManyModel<>(and(
                        eq(PusherDocument.USER, removed.user().toString()),
                        in(
                                PusherDocument.DEVICE,
                                removed.devices().stream()
                                        .map(DeviceId::toString)
                                        .toList()))));
    }
}
