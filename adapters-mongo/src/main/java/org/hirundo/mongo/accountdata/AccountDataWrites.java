package org.hirundo.mongo.accountdata;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import org.hirundo.application.port.stream.AccountDataChange;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.mongo.common.Fields;
import org.hirundo.mongo.common.Writes;

/** What a commit changes of account data. */
public final class AccountDataWrites {

    private AccountDataWrites() {}

    /** The content takes the place of the one before. */
    public static void put(Writes writes, AccountDataChange change, StreamPosition position) {
        var document = AccountDataDocument.of(change, position);
        writes.add(
                AccountDataDocument.COLLECTION,
                new ReplaceOneModel<>(eq(Fields.ID, Fields.id(document)), document, new ReplaceOptions().upsert(true)));
    }
}
