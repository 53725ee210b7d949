package org.hirundo.mongo.threepid;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.hirundo.application.port.threepid.Threepid;
import org.hirundo.application.port.threepid.ThreepidStore;
import org.hirundo.domain.id.EmailAddress;
import org.hirundo.domain.id.UserId;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.common.Fields;

/** Third-party identifiers, one document each, whose identity is the address. */
public final class MongoThreepidStore implements ThreepidStore {

    private static final String COLLECTION = "threepids";
    private static final String USER = "user";
    private static final String VALIDATED_AT = "validatedAt";
    private static final String ADDED_AT = "addedAt";

    private final Database database;
    private final MongoCollection<Document> threepids;

    /** On this database. */
    public MongoThreepidStore(Database database) {
        this.database = database;
        this.threepids = database.collection(COLLECTION);
    }

    @Override
    public boolean add(UserId user, Threepid threepid) {
        var document = new Document(Fields.ID, threepid.address().toString())
                .append(USER, user.toString())
                .append(VALIDATED_AT, Date.from(threepid.validatedAt()))
                .append(ADDED_AT, Date.from(threepid.addedAt()));
        return database.insertIfAbsent(threepids, document) || update(user, threepid);
    }

    private boolean update(UserId user, Threepid threepid) {
        var times = combine(
                set(VALIDATED_AT, Date.from(threepid.validatedAt())), set(ADDED_AT, Date.from(threepid.addedAt())));
        return database.call(
                () -> threepids.updateOne(own(user, threepid.address()), times).getMatchedCount() == 1);
    }

    private static Bson own(UserId user, EmailAddress address) {
        return and(eq(Fields.ID, address.toString()), eq(USER, user.toString()));
    }

    @Override
    public Optional<UserId> owner(EmailAddress address) {
        return database.call(() -> Optional.ofNullable(
                        threepids.find(eq(Fields.ID, address.toString())).first()))
                .map(document -> UserId.parse(document.getString(USER)));
    }

    @Override
    public List<Threepid> of(UserId user) {
        return database.call(() -> threepids
                .find(eq(USER, user.toString()))
                .sort(Sorts.ascending(Fields.ID))
                .map(MongoThreepidStore::threepid)
                .into(new ArrayList<>()));
    }

    private static Threepid threepid(Document document) {
        return new Threepid(
                new EmailAddress(document.getString(Fields.ID)),
                document.getDate(VALIDATED_AT).toInstant(),
                document.getDate(ADDED_AT).toInstant());
    }

    @Override
    public boolean remove(UserId user, EmailAddress address) {
        return database.call(() -> threepids.deleteOne(own(user, address)).getDeletedCount() == 1);
    }

    @Override
    public void removeAll(UserId user) {
        database.run(() -> threepids.deleteMany(eq(USER, user.toString())));
    }
}
