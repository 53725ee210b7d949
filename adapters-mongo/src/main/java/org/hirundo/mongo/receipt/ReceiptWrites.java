package org.hirundo.mongo.receipt;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import org.hirundo.application.port.stream.ReceiptChange;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.mongo.common.Fields;
import org.hirundo.mongo.common.Writes;

/** What a commit changes of receipts. */
public final class ReceiptWrites {

    private ReceiptWrites() {}

    /** The receipt takes the place of the one before. */
    public static void put(Writes writes, ReceiptChange receipt, StreamPosition position) {
        var document = ReceiptDocument.of(receipt, position);
        writes.add(
                ReceiptDocument.COLLECTION,
                new ReplaceOneModel<>(eq(Fields.ID, Fields.id(document)), document, new ReplaceOptions().upsert(true)));
    }
}
