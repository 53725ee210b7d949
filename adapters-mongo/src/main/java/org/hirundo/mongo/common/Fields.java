package org.hirundo.mongo.common;

import java.time.Instant;
import java.util.Optional;
import org.bson.Document;

/** Fields that may be null. An absent value is stored as null, so that an update that sets all fields also clears them. */
public final class Fields {

    /** The field that holds a document's identity. */
    public static final String ID = "_id";

    private Fields() {}

    /** The string of the field. */
    public static Optional<String> string(Document document, String field) {
        return Optional.ofNullable(document.getString(field));
    }

    /** The time of the field, to the millisecond. */
    public static Optional<Instant> instant(Document document, String field) {
        return Optional.ofNullable(document.getDate(field)).map(date -> date.toInstant());
    }

    /** The document that is the identity of another one. */
    public static Document id(Document document) {
        return document.get(ID, Document.class);
    }
}
