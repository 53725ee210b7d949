package org.hirundo.mongo.key;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.project;
import static com.mongodb.client.model.Aggregates.unionWith;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.hirundo.application.port.key.OneTimeKeyStore;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.KeyId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonValue;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.common.Fields;

/**
 * One-time keys and fallback keys, one document each.
 *
 * <p>Uploads of one device all change its upload counter, so they come one after the other. Two claims of the same key both
 * want to delete its document: one of them collides and looks again.
 */
public final class MongoOneTimeKeyStore implements OneTimeKeyStore {

    private static final String COUNT = "count";

    private final Database database;
    private final MongoCollection<Document> oneTimeKeys;
    private final MongoCollection<Document> fallbackKeys;
    private final MongoCollection<Document> uploads;
    private final KeyClaims claims;

    /** On this database. */
    public MongoOneTimeKeyStore(Database database) {
        this.database = database;
        this.oneTimeKeys = database.collection(OneTimeKeyDocument.ONE_TIME_KEYS);
        this.fallbackKeys = database.collection(OneTimeKeyDocument.FALLBACK_KEYS);
        this.uploads = database.collection(OneTimeKeyDocument.UPLOADS);
        this.claims = new KeyClaims(database);
    }

    @Override
    public Set<KeyId> add(UserId user, DeviceId device, List<OneTimeKey> added, List<OneTimeKey> fallbacks) {
        return database.transaction(session -> {
            long uploaded = count(session, user, device, added.size());
            var known = known(session, user, device);
            var clashes = new HashSet<KeyId>();
            var fresh = new ArrayList<Document>();
            for (var key : added) {
                var before = known.get(key.id());
                if (before == null) {
                    fresh.add(OneTimeKeyDocument.oneTimeKey(user, device, key, uploaded++));
                    known.put(key.id(), key.key());
                } else if (!before.equals(key.key())) {
                    clashes.add(key.id());
                }
            }
            if (!clashes.isEmpty()) {
                session.abortTransaction();
                return clashes;
            }
            if (!fresh.isEmpty()) {
                oneTimeKeys.insertMany(session, fresh);
            }
            fallbacks.forEach(key -> putFallback(session, user, device, key));
            return Set.of();
        });
    }

    /** Counts an upload of the device, and tells how many keys it had uploaded before. */
    private long count(ClientSession session, UserId user, DeviceId device, int added) {
        var after = uploads.findOneAndUpdate(
                session,
                eq(Fields.ID, OneTimeKeyDocument.device(user, device)),
                inc(OneTimeKeyDocument.UPLOADED, (long) added),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return Objects.requireNonNull(after, "An upsert has an outcome").getLong(OneTimeKeyDocument.UPLOADED) - added;
    }

    private Map<KeyId, JsonValue> known(ClientSession session, UserId user, DeviceId device) {
        var known = new HashMap<KeyId, JsonValue>();
        oneTimeKeys
                .find(session, of(user, device))
                .map(OneTimeKeyDocument::key)
                .forEach(key -> known.put(key.id(), key.key()));
        return known;
    }

    private void putFallback(ClientSession session, UserId user, DeviceId device, OneTimeKey key) {
        var place =
                and(of(user, device), eq(OneTimeKeyDocument.ALGORITHM, key.id().algorithm()));
        var before = fallbackKeys.find(session, place).first();
        if (before == null || !OneTimeKeyDocument.key(before).equals(key)) {
            fallbackKeys.replaceOne(
                    session,
                    place,
                    OneTimeKeyDocument.fallbackKey(user, device, key),
                    new ReplaceOptions().upsert(true));
        }
    }

    @Override
    public Map<Claim, OneTimeKey> claim(Set<Claim> wanted) {
        return take(wanted, true);
    }

    @Override
    public Map<Claim, OneTimeKey> claimOneTimeKeys(Set<Claim> wanted) {
        return take(wanted, false);
    }

    private Map<Claim, OneTimeKey> take(Set<Claim> wanted, boolean fallbacks) {
        return wanted.isEmpty()
                ? Map.of()
                : database.transaction(session -> take(session, List.copyOf(wanted), fallbacks));
    }

    private Map<Claim, OneTimeKey> take(ClientSession session, List<Claim> wanted, boolean fallbacks) {
        var taken = new HashMap<Claim, OneTimeKey>();
        var spent = new ArrayList<Object>();
        var used = new ArrayList<Object>();
        for (var found : claims.find(session, wanted)) {
            if (found.isFallback() && !fallbacks) {
                continue;
            }
            taken.put(found.claim(), OneTimeKeyDocument.key(found.key()));
            if (!found.isFallback()) {
                spent.add(found.key().get(Fields.ID));
            } else if (!found.key().getBoolean(OneTimeKeyDocument.USED)) {
                used.add(found.key().get(Fields.ID));
            }
        }
        if (!spent.isEmpty()) {
            oneTimeKeys.deleteMany(session, in(Fields.ID, spent));
        }
        if (!used.isEmpty()) {
            fallbackKeys.updateMany(session, in(Fields.ID, used), set(OneTimeKeyDocument.USED, true));
        }
        return taken;
    }

    @Override
    public KeyCounts counts(UserId user, DeviceId device) {
        return database.call(() -> {
            var counts = new HashMap<String, Integer>();
            var unused = new HashSet<String>();
            var unusedFallbackKeys = List.of(
                    match(and(of(user, device), eq(OneTimeKeyDocument.USED, false))),
                    project(include(OneTimeKeyDocument.ALGORITHM)));
            oneTimeKeys
                    .aggregate(List.of(
                            match(of(user, device)),
                            group("$" + OneTimeKeyDocument.ALGORITHM, sum(COUNT, 1)),
                            unionWith(OneTimeKeyDocument.FALLBACK_KEYS, unusedFallbackKeys)))
                    .forEach(found -> {
                        if (found.containsKey(COUNT)) {
                            counts.put(found.getString(Fields.ID), found.getInteger(COUNT));
                        } else {
                            unused.add(found.getString(OneTimeKeyDocument.ALGORITHM));
                        }
                    });
            return new KeyCounts(counts, unused);
        });
    }

    private static Bson of(UserId user, DeviceId device) {
        return and(eq(OneTimeKeyDocument.USER, user.toString()), eq(OneTimeKeyDocument.DEVICE, device.toString()));
    }
}
