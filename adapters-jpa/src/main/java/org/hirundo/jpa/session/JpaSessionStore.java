package org.hirundo.jpa.session;

import java.util.ArrayList;
import java.util.HashMap;
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
import org.hirundo.jpa.common.Chunks;
import org.hirundo.jpa.common.Collision;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Text;
import org.hirundo.jpa.common.Transaction;
import org.jspecify.annotations.Nullable;

/** Devices and tokens in the tables {@code device}, {@code access_token} and {@code refresh_token}. */
public final class JpaSessionStore implements SessionStore {

    private static final String SEEN =
            "update device set last_seen_at = ?, last_seen_ip = ? where user_id = ? and device_id = ?";

    private final Database database;

    /** Devices and tokens of the database. */
    public JpaSessionStore(Database database) {
        this.database = database;
    }

    @Override
    public void signIn(Device device, AccessGrant access, Optional<RefreshGrant> refresh) {
        database.write(transaction -> {
            if (!transaction.insertIfAbsent(DeviceRow.TABLE, DeviceRow.values(device))) {
                use(transaction, device);
            }
            var tokens = new DeviceTokens(transaction, Text.stored(device.user()), Text.stored(device.id()));
            tokens.dropAll();
            tokens.add(access, false);
            refresh.ifPresent(grant -> tokens.add(grant, false));
            return device;
        });
    }

    /** Notes the sign-in at a known device, which also locks the device's tokens. */
    private static void use(Transaction transaction, Device device) {
        var row = new @Nullable Object[] {
            Text.stored(device.displayName()),
            DeviceRow.values(device)[3],
            Text.stored(device.lastSeenIp()),
            Text.stored(device.user()),
            Text.stored(device.id())
        };
        int known = transaction.execute(
                "update device set display_name = coalesce(display_name, ?), last_seen_at = coalesce(?, last_seen_at),"
                        + " last_seen_ip = coalesce(?, last_seen_ip) where user_id = ? and device_id = ?",
                row);
        if (known == 0) {
            throw new Collision("The device was removed while it signed in");
        }
    }

    @Override
    public Optional<AccessGrant> access(TokenHash accessToken) {
        return database.read(entities ->
                Optional.ofNullable(entities.find(AccessTokenRow.class, Text.stored(accessToken.value())))
                        .map(AccessTokenRow::toGrant));
    }

    @Override
    public Optional<RefreshGrant> refresh(TokenHash refreshToken) {
        return database.read(entities ->
                Optional.ofNullable(entities.find(RefreshTokenRow.class, Text.stored(refreshToken.value())))
                        .map(RefreshTokenRow::toGrant));
    }

    @Override
    public boolean exchange(TokenHash used, AccessGrant access, RefreshGrant refresh) {
        return database.write(transaction -> {
            var tokens = new DeviceTokens(transaction, Text.stored(access.user()), Text.stored(access.device()));
            if (!tokens.lock()) {
                return false;
            }
            var row = transaction.entities().find(RefreshTokenRow.class, Text.stored(used.value()));
            if (row == null) {
                return false;
            }
            if (row.pending) {
                tokens.promotePending();
            } else {
                tokens.dropPending();
            }
            tokens.add(access, true);
            tokens.add(refresh, true);
            return true;
        });
    }

    @Override
    public void confirm(TokenHash accessToken) {
        var hash = Text.stored(accessToken.value());
        if (database.read(entities -> isPending(entities.find(AccessTokenRow.class, hash)))) {
            database.write(transaction -> {
                confirm(transaction, hash);
                return hash;
            });
        }
    }

    private static void confirm(Transaction transaction, String hash) {
        var seen = transaction.entities().find(AccessTokenRow.class, hash);
        if (seen == null) {
            return;
        }
        var tokens = new DeviceTokens(transaction, seen.userId, seen.deviceId);
        if (tokens.lock()) {
            // It may be gone, or confirmed, since it was read without the lock.
            transaction.entities().detach(seen);
            if (isPending(transaction.entities().find(AccessTokenRow.class, hash))) {
                tokens.promotePending();
            }
        }
    }

    private static boolean isPending(@Nullable AccessTokenRow row) {
        return row != null && row.pending;
    }

    @Override
    public List<Device> devices(UserId user) {
        return devices(Set.of(user)).getOrDefault(user, List.of());
    }

    @Override
    public Map<UserId, List<Device>> devices(Set<UserId> users) {
        return database.read(entities -> {
            var found = new HashMap<UserId, List<Device>>();
            Chunks.eachStored(users, chunk -> entities.createQuery(
                            "select d from DeviceRow d where d.userId in :users order by d.deviceId", DeviceRow.class)
                    .setParameter("users", chunk)
                    .getResultList()
                    .forEach(row -> {
                        var device = row.toDevice();
                        found.computeIfAbsent(device.user(), user -> new ArrayList<>())
                                .add(device);
                    }));
            return found;
        });
    }

    @Override
    public Optional<Device> device(UserId user, DeviceId device) {
        return database.read(entities -> Optional.ofNullable(
                        entities.find(DeviceRow.class, DeviceRow.key(user, device)))
                .map(DeviceRow::toDevice));
    }

    @Override
    public boolean rename(UserId user, DeviceId device, Optional<String> displayName) {
        return database.write(transaction -> {
            var row = transaction.entities().find(DeviceRow.class, DeviceRow.key(user, device));
            if (row == null) {
                return false;
            }
            row.displayName = Text.stored(displayName);
            return true;
        });
    }

    @Override
    public void seen(List<Seen> seen) {
        var rows = seen.stream()
                .map(use -> new @Nullable Object[] {
                    use.at().toEpochMilli(), Text.stored(use.ip()), Text.stored(use.user()), Text.stored(use.device())
                })
                .toList();
        database.write(transaction -> transaction.batch(SEEN, rows));
    }
}
