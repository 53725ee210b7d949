package org.hirundo.jpa.common;

import org.hirundo.domain.json.CanonicalJson;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.domain.json.JsonValue;

/** JSON as columns hold it: its bytes. Text columns could not, for strings may have U+0000. */
public final class Json {

    private Json() {}

    /** The bytes that columns hold. */
    public static byte[] stored(JsonValue value) {
        return CanonicalJson.lenient().bytes(value);
    }

    /** The object that a column holds. */
    public static JsonObject object(byte[] stored) {
        return JsonParser.parseObject(stored);
    }

    /** The value that a column holds. */
    public static JsonValue value(byte[] stored) {
        return JsonParser.parse(stored);
    }
}
