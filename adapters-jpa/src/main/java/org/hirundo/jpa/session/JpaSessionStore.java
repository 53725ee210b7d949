package org.hirundo.jpa.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.session.AccessGrant;
import org.hirundo.application.port.session.Device;
import org.hirundo.application.port.session.RefreshGrant;
import org.hirundo.application.port.session.SessionStore;
import org.hirundo.application.port.session.TokenHash;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.Batches;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Ids;
import org.hirundo.jpa.common.Queries;
import org.hirundo.jpa.common.Transaction;

/**
 * Devices and tokens. Whatever changes the tokens of a device holds the device's row, so that of concurrent sign-ins,
 * exchanges, confirmations and removals of one device each sees what the one before it did.
 */
public final class JpaSessionStore implements SessionStore {

    private static final String BY_REFRESH_TOKEN = "select g from GrantRow g where g.refreshToken = ?1";
    private static final String OF_USERS =
            "select d from DeviceRow d where d.userId in ?1 order by d.userId, d.deviceId";

    private final Database database;

    /** On this database. */
    public JpaSessionStore(Database database) {
        this.database = database;
    }

    @Override
    public void signIn(Device device, AccessGrant access, Optional<RefreshGrant> refresh) {
        database.change(transaction -> {
            transaction
                    .hold(DeviceRow.class, DeviceRow.id(device.user(), device.id()))
                    .ifPresentOrElse(
                            known -> known.nameUnlessNamed(device.displayName()),
                            () -> transaction.add(new DeviceRow(device)));
            transaction.change(
                    "delete from GrantRow g where g.userId = ?1 and g.deviceId = ?2",
                    device.user().toString(),
                    device.id().toString());
            transaction.add(new GrantRow(access, refresh, Optional.empty()));
        });
    }

    @Override
    public boolean add(Device device) {
        return database.write(transaction -> {
            var known = transaction.hold(DeviceRow.class, DeviceRow.id(device.user(), device.id()));
            if (known.isEmpty()) {
                transaction.add(new DeviceRow(device));
            }
            return known.isEmpty();
        });
    }

    @Override
    public Optional<AccessGrant> access(TokenHash accessToken) {
        return database.read(manager -> Optional.ofNullable(manager.find(GrantRow.class, accessToken.value())))
                .map(GrantRow::access);
    }

    @Override
    public Optional<RefreshGrant> refresh(TokenHash refreshToken) {
        return database.read(manager -> Queries.first(manager, BY_REFRESH_TOKEN, GrantRow.class, refreshToken.value()))
                .flatMap(GrantRow::refresh);
    }

    @Override
    public boolean exchange(TokenHash used, AccessGrant access, RefreshGrant refresh) {
        return database.write(transaction -> {
            holdDevice(transaction, access.user(), access.device());
            var exchanged = transaction
                    .query(BY_REFRESH_TOKEN, GrantRow.class, used.value())
                    .getResultList();
            for (var grant : exchanged) {
                transaction.change("delete from GrantRow g where g.replaces = ?1", used.value());
                dropReplaced(transaction, grant);
                transaction.add(new GrantRow(access, Optional.of(refresh), Optional.of(used)));
            }
            return !exchanged.isEmpty();
        });
    }

    @Override
    public void confirm(TokenHash accessToken) {
        var unconfirmed = database.read(
                        manager -> Optional.ofNullable(manager.find(GrantRow.class, accessToken.value())))
                .filter(grant -> grant.replaces().isPresent())
                .map(GrantRow::access);
        unconfirmed.ifPresent(grant -> database.change(transaction -> {
            holdDevice(transaction, grant.user(), grant.device());
            transaction.find(GrantRow.class, accessToken.value()).ifPresent(row -> dropReplaced(transaction, row));
        }));
    }

    private static void holdDevice(Transaction transaction, UserId user, DeviceId device) {
        transaction.hold(DeviceRow.class, DeviceRow.id(user, device));
    }

    /** Drops the pair that the grant replaces, for the grant is in use now. */
    private static void dropReplaced(Transaction transaction, GrantRow grant) {
        var replaced = grant.replaces();
        grant.confirm();
        replaced.ifPresent(token -> transaction.change("delete from GrantRow g where g.refreshToken = ?1", token));
    }

    @Override
    public List<Device> devices(UserId user) {
        return devices(Set.of(user)).getOrDefault(user, List.of());
    }

    @Override
    public Map<UserId, List<Device>> devices(Set<UserId> users) {
        var rows = database.read(
                manager -> Batches.ask(Ids.of(users), some -> Queries.list(manager, OF_USERS, DeviceRow.class, some)));
        var found = new LinkedHashMap<UserId, List<Device>>();
        for (var row : rows) {
            var device = row.device();
            found.computeIfAbsent(device.user(), user -> new ArrayList<>()).add(device);
        }
        return found;
    }

    @Override
    public Optional<Device> device(UserId user, DeviceId device) {
        return database.read(manager -> Optional.ofNullable(manager.find(DeviceRow.class, DeviceRow.id(user, device))))
                .map(DeviceRow::device);
    }

    @Override
    public boolean rename(UserId user, DeviceId device, Optional<String> displayName) {
        return database.write(transaction -> {
            var row = transaction.find(DeviceRow.class, DeviceRow.id(user, device));
            row.ifPresent(found -> found.rename(displayName));
            return row.isPresent();
        });
    }

    @Override
    public void seen(List<Seen> seen) {
        if (!seen.isEmpty()) {
            database.change(transaction -> seen.forEach(use -> transaction
                    .find(DeviceRow.class, DeviceRow.id(use.user(), use.device()))
                    .ifPresent(row -> row.seen(use.at(), use.ip()))));
        }
    }
}
