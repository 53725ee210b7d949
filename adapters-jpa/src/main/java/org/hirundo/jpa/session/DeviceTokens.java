package org.hirundo.jpa.session;

import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import org.hirundo.application.port.session.AccessGrant;
import org.hirundo.application.port.session.RefreshGrant;
import org.hirundo.jpa.common.Transaction;

/**
 * The tokens of one device within a transaction. Of two pairs one is current and the other one, given in exchange for it,
 * pending: when that is used it becomes the current one.
 */
final class DeviceTokens {

    private final Transaction transaction;
    private final String userId;
    private final String deviceId;

    DeviceTokens(Transaction transaction, String userId, String deviceId) {
        this.transaction = transaction;
        this.userId = userId;
        this.deviceId = deviceId;
    }

    /** Lets nobody else change the device's tokens until the transaction ends; false when there is no such device. */
    boolean lock() {
        var key = new DeviceRow.Key(userId, deviceId);
        return transaction.entities().find(DeviceRow.class, key, LockModeType.PESSIMISTIC_WRITE) != null;
    }

    void add(AccessGrant access, boolean pending) {
        transaction.upsert(AccessTokenRow.TABLE, AccessTokenRow.values(access, pending));
    }

    void add(RefreshGrant refresh, boolean pending) {
        transaction.upsert(RefreshTokenRow.TABLE, RefreshTokenRow.values(refresh, pending));
    }

    void dropAll() {
        run("delete from AccessTokenRow t where t.userId = :user and t.deviceId = :device");
        run("delete from RefreshTokenRow t where t.userId = :user and t.deviceId = :device");
    }

    void dropPending() {
        run("delete from AccessTokenRow t where t.userId = :user and t.deviceId = :device and t.pending = true");
        run("delete from RefreshTokenRow t where t.userId = :user and t.deviceId = :device and t.pending = true");
    }

    /** Drops the current pair and puts the pending one in its place. */
    void promotePending() {
        run("delete from AccessTokenRow t where t.userId = :user and t.deviceId = :device and t.pending = false");
        run("delete from RefreshTokenRow t where t.userId = :user and t.deviceId = :device and t.pending = false");
        run("update AccessTokenRow t set t.pending = false where t.userId = :user and t.deviceId = :device");
        run("update RefreshTokenRow t set t.pending = false where t.userId = :user and t.deviceId = :device");
    }

    private void run(String statement) {
        Query query = transaction.entities().createQuery(statement);
        query.setParameter("user", userId).setParameter("device", deviceId).executeUpdate();
    }
}
