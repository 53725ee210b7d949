package org.hirundo.mongo.common;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.MaxKey;

/**
 * Ranges of identities that are documents. MongoDB compares documents field by field in their order, so all identities
 * that begin with the same fields are one range of the index every collection has on {@code _id}.
 */
public final class IdPrefix {

    private IdPrefix() {}

    /** The documents whose identity begins with these fields, values and order alike. */
    public static Bson of(Document prefix) {
        return and(gte(Fields.ID, prefix), lt(Fields.ID, end(prefix)));
    }

    /** The end, exclusive, of all identities that begin with these fields. */
    public static Document end(Document prefix) {
        return new Document(prefix).append("end", new MaxKey());
    }
}
