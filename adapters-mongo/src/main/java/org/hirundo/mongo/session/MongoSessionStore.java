package org.hirundo.mongo.session;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.hirundo.application.port.session.AccessGrant;
import org.hirundo.application.port.session.Device;
import org.hirundo.application.port.session.RefreshGrant;
import org.hirundo.application.port.session.SessionStore;
import org.hirundo.application.port.session.TokenHash;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.common.Fields;
import org.hirundo.mongo.common.IdPrefix;

/**
 * Devices and tokens. Whatever changes the tokens of a device also touches the device's document, so that of concurrent
 * sign-ins, exchanges, confirmations and removals of one device each sees what the one before it did.
 */
public final class MongoSessionStore implements SessionStore {

    private final Database database;
    private final MongoCollection<Document> devices;
    private final MongoCollection<Document> grants;

    /** On this database. */
    public MongoSessionStore(Database database) {
        this.database = database;
        this.devices = database.collection(DeviceDocument.COLLECTION);
        this.grants = database.collection(GrantDocument.COLLECTION);
    }

    @Override
    public void signIn(Device device, AccessGrant access, Optional<RefreshGrant> refresh) {
        database.transaction(session -> {
            devices.updateOne(
                    session,
                    eq(Fields.ID, DeviceDocument.id(device.user(), device.id())),
                    DeviceDocument.signIn(device),
                    new UpdateOptions().upsert(true));
            grants.deleteMany(
                    session, ofDevice(device.user().toString(), device.id().toString()));
            return grants.insertOne(session, GrantDocument.of(access, refresh));
        });
    }

    @Override
    public boolean add(Device device) {
        return database.insertIfAbsent(devices, DeviceDocument.of(device));
    }

    @Override
    public Optional<AccessGrant> access(TokenHash accessToken) {
        return find(eq(Fields.ID, accessToken.value())).map(GrantDocument::access);
    }

    @Override
    public Optional<RefreshGrant> refresh(TokenHash refreshToken) {
        return find(eq(GrantDocument.REFRESH_TOKEN, refreshToken.value())).map(GrantDocument::refresh);
    }

    private Optional<Document> find(Bson filter) {
        return database.call(() -> Optional.ofNullable(grants.find(filter).first()));
    }

    @Override
    public boolean exchange(TokenHash used, AccessGrant access, RefreshGrant refresh) {
        return database.transaction(session -> {
            var exchanged = grants.find(session, eq(GrantDocument.REFRESH_TOKEN, used.value()))
                    .first();
            if (exchanged == null) {
                return false;
            }
            touch(session, exchanged);
            dropReplaced(session, exchanged, Optional.of(used));
            grants.insertOne(
                    session,
                    GrantDocument.of(access, Optional.of(refresh)).append(GrantDocument.REPLACES, used.value()));
            return true;
        });
    }

    @Override
    public void confirm(TokenHash accessToken) {
        var filter = eq(Fields.ID, accessToken.value());
        if (find(filter)
                .flatMap(grant -> Fields.string(grant, GrantDocument.REPLACES))
                .isEmpty()) {
            return;
        }
        database.transaction(session -> {
            var confirmed = grants.find(session, filter).first();
            if (confirmed != null) {
                touch(session, confirmed);
                dropReplaced(session, confirmed, Optional.empty());
            }
            return confirmed != null;
        });
    }

    private void touch(ClientSession session, Document grant) {
        var id = new Document("user", grant.getString(GrantDocument.USER))
                .append("device", grant.getString(GrantDocument.DEVICE));
        devices.updateOne(session, eq(Fields.ID, id), inc(DeviceDocument.TOUCHED, 1L));
    }

    /**
     * Drops the pair that the grant replaces, for the grant is in use now.
     *
     * @param exchangedAgain a refresh token whose earlier exchanges are dropped too
     */
    private void dropReplaced(ClientSession session, Document grant, Optional<TokenHash> exchangedAgain) {
        var outdated = new ArrayList<Bson>();
        var replaced = Fields.string(grant, GrantDocument.REPLACES);
        replaced.ifPresent(token -> outdated.add(eq(GrantDocument.REFRESH_TOKEN, token)));
        exchangedAgain.ifPresent(token -> outdated.add(eq(GrantDocument.REPLACES, token.value())));
        if (!outdated.isEmpty()) {
            var device = ofDevice(grant.getString(GrantDocument.USER), grant.getString(GrantDocument.DEVICE));
            grants.deleteMany(session, and(device, or(outdated)));
        }
        if (replaced.isPresent()) {
            grants.updateOne(session, eq(Fields.ID, grant.getString(Fields.ID)), unset(GrantDocument.REPLACES));
        }
    }

    private static Bson ofDevice(String user, String device) {
        return and(eq(GrantDocument.USER, user), eq(GrantDocument.DEVICE, device));
    }

    @Override
    public List<Device> devices(UserId user) {
        return read(IdPrefix.of(new Document("user", user.toString())));
    }

    @Override
    public Map<UserId, List<Device>> devices(Set<UserId> users) {
        var found = new HashMap<UserId, List<Device>>();
        for (var device : read(
                in(DeviceDocument.USER, users.stream().map(UserId::toString).toList()))) {
            found.computeIfAbsent(device.user(), user -> new ArrayList<>()).add(device);
        }
        return found;
    }

    private List<Device> read(Bson filter) {
        return database.call(() -> devices.find(filter)
                .sort(Sorts.ascending(Fields.ID))
                .map(DeviceDocument::device)
                .into(new ArrayList<>()));
    }

    @Override
    public Optional<Device> device(UserId user, DeviceId device) {
        return database.call(() -> Optional.ofNullable(devices.find(eq(Fields.ID, DeviceDocument.id(user, device)))
                        .first()))
                .map(DeviceDocument::device);
    }

    @Override
    public boolean rename(UserId user, DeviceId device, Optional<String> displayName) {
        return database.call(() -> devices.updateOne(
                                eq(Fields.ID, DeviceDocument.id(user, device)),
                                set(DeviceDocument.NAME, displayName.orElse(null)))
                        .getMatchedCount()
                == 1);
    }

    @Override
    public void seen(List<Seen> seen) {
        if (!seen.isEmpty()) {
            database.run(() ->
                    devices.bulkWrite(seen.stream().map(MongoSessionStore::note).toList()));
        }
    }

    private static UpdateOneModel<Document> note(Seen use) {
        return new UpdateOneModel<>(
                eq(Fields.ID, DeviceDocument.id(use.user(), use.device())),
                combine(set(DeviceDocument.SEEN_AT, use.at()), set(DeviceDocument.SEEN_IP, use.ip())));
    }
}
