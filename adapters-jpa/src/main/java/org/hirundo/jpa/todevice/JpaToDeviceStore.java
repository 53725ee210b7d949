package org.hirundo.jpa.todevice;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.todevice.ToDeviceStore;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Text;

/** Inboxes in the table {@code to_device_message}. */
public final class JpaToDeviceStore implements ToDeviceStore {

    private final Database database;

    /** Inboxes of the database. */
    public JpaToDeviceStore(Database database) {
        this.database = database;
    }

    @Override
    public List<Waiting> inbox(
            UserId user, DeviceId device, StreamPosition after, StreamPosition upTo, int limit) {
        return database.read(entities -> {
            var rows = new ArrayList<>(entities.createQuery(
                            """
                            select m from ToDeviceRow m
                            where m.userId = :user and m.deviceId = :device
                            and m.streamPosition > :after and m.streamPosition <= :upTo
                            order by m.streamPosition, m.sequence""",
                            ToDeviceRow.class)
                    .setParameter("user", Text.stored(user))
                    .setParameter("device", Text.stored(device))
                    .setParameter("after", after.value())
                    .setParameter("upTo", upTo.value())
                    .setMaxResults(limit)
                    .getResultList());
            if (rows.size() == limit) {
                rows.addAll(restOfPosition(entities, rows.getLast()));
            }
            return rows.stream().map(ToDeviceRow::toWaiting).toList();
        });
    }

    private static List<ToDeviceRow> restOfPosition(EntityManager entities, ToDeviceRow last) {
        return entities.createQuery(
                        """
                        select m from ToDeviceRow m
                        where m.userId = :user and m.deviceId = :device
                        and m.streamPosition = :position and m.sequence > :sequence
                        order by m.sequence""",
                        ToDeviceRow.class)
                .setParameter("user", last.userId)
                .setParameter("device", last.deviceId)
                .setParameter("position", last.streamPosition)
                .setParameter("sequence", last.sequence)
                .getResultList();
    }

    @Override
    public void acknowledge(UserId user, DeviceId device, StreamPosition upTo) {
        database.write(transaction -> transaction
                .entities()
                .createQuery(
                        """
                        delete from ToDeviceRow m
                        where m.userId = :user and m.deviceId = :device and m.streamPosition <= :upTo""")
                .setParameter("user", Text.stored(user))
                .setParameter("device", Text.stored(device))
                .setParameter("upTo", upTo.value())
                .executeUpdate());
    }
}
