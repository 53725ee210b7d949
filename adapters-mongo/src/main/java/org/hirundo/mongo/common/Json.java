package org.hirundo.mongo.common;

import org.bson.Document;
import org.bson.types.Binary;
import org.hirundo.domain.json.CanonicalJson;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.domain.json.JsonValue;

/**
 * JSON as it is stored: its bytes. A BSON document could not hold it, for names may hold NUL, begin with a dollar and
 * contain dots.
 */
public final class Json {

    private Json() {}

    /** The value as it is stored. */
    public static Binary stored(JsonValue value) {
        return new Binary(CanonicalJson.lenient().bytes(value));
    }

    /** The object that a field of the document holds. */
    public static JsonObject object(Document document, String field) {
        return JsonParser.parseObject(document.get(field, Binary.class).getData());
    }

    /** The value that a field of the document holds. */
    public static JsonValue value(Document document, String field) {
        return JsonParser.parse(document.get(field, Binary.class).getData());
    }
}
