package org.hirundo.jpa.common;

import java.util.Collection;
import java.util.List;
import org.hirundo.domain.json.CanonicalJson;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.domain.json.JsonValue;

/** JSON as it is stored: its bytes. Types for JSON and text that databases have refuse what is legal in Matrix. */
public final class StoredJson {

    private StoredJson() {}

    /** The value as it is stored. */
    public static byte[] of(JsonValue value) {
        return CanonicalJson.lenient().bytes(value);
    }

    /** The strings as they are stored. */
    public static byte[] ofStrings(Collection<?> strings) {
        return of(JsonArray.ofStrings(strings.stream().map(Object::toString).toList()));
    }

    /** The strings that were stored. */
    public static List<String> strings(byte[] stored) {
        return ((JsonArray) JsonParser.parse(stored)).strings().orElseThrow();
    }

    /** The object that was stored. */
    public static JsonObject object(byte[] stored) {
        return JsonParser.parseObject(stored);
    }

    /** The value that was stored. */
    public static JsonValue value(byte[] stored) {
        return JsonParser.parse(stored);
    }
}
