package org.hirundo.mongo.session;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.Optional;
import org.hirundo.application.port.session.Device;
import org.hirundo.application.port.stream.DeviceDehydrated;
import org.hirundo.application.port.stream.DevicesRemoved;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.mongo.common.Fields;
import org.hirundo.mongo.common.Writes;

/** What a commit changes of devices and tokens. */
public final class SessionWrites {

    private SessionWrites() {}

    /** The device is there, and has no tokens. */
    public static void put(Writes writes, DeviceDehydrated change) {
        var device =
                new Device(change.user(), change.device(), change.displayName(), Optional.empty(), Optional.empty());
        writes.add(
                DeviceDocument.COLLECTION,
                new UpdateOneModel<>(
                        eq(Fields.ID, DeviceDocument.id(device.user(), device.id())),
                        DeviceDocument.signIn(device),
                        new UpdateOptions().upsert(true)));
    }

    /** The devices go, and their tokens. */
    public static void remove(Writes writes, DevicesRemoved removed) {
        var user = removed.user();
        writes.add(
                DeviceDocument.COLLECTION,
                new DeleteManyModel<>(in(
                        Fields.ID,
                        removed.devices().stream()
                                .map(device -> DeviceDocument.id(user, device))
                                .toList())));
        writes.add(
                GrantDocument.COLLECTION,
                new DeleteManyModel<>(and(
                        eq(GrantDocument.USER, user.toString()),
                        in(
                                GrantDocument.DEVICE,
                                removed.devices().stream()
                                        .map(DeviceId::toString)
                                        .toList()))));
    }
}
