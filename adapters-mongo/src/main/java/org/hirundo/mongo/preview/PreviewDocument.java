package org.hirundo.mongo.preview;

import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.hirundo.application.port.preview.Preview;
import org.hirundo.domain.id.MxcUri;
import org.hirundo.mongo.common.Fields;
import org.hirundo.mongo.common.Json;

/** A preview as it is stored; its identity is its address and the time when it was made. */
final class PreviewDocument {

    static final String COLLECTION = "previews";
    static final String MADE_AT = "_id.madeAt";

    private static final String PROPERTIES = "properties";
    private static final String IMAGE = "image";

    private PreviewDocument() {}

    /** What the identities of all previews of an address begin with. */
    static Document prefix(URI address) {
        return new Document("address", address.toString());
    }

    static Document id(URI address, Instant madeAt) {
        return prefix(address).append("madeAt", Date.from(madeAt));
    }

    static Document of(Preview preview) {
        return new Document(Fields.ID, id(preview.address(), preview.madeAt()))
                .append(PROPERTIES, preview.properties().map(Json::stored).orElse(null))
                .append(IMAGE, preview.image().map(MxcUri::toString).orElse(null));
    }

    static Preview preview(Document document) {
        var id = Fields.id(document);
        return new Preview(
                URI.create(id.getString("address")),
                id.getDate("madeAt").toInstant(),
                Optional.ofNullable(document.get(PROPERTIES)).map(_ -> Json.object(document, PROPERTIES)),
                Fields.string(document, IMAGE).map(MxcUri::parse));
    }
}
