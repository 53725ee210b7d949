package org.hirundo.domain.json;

/** JSON in tests, as text. */
public final class Json {

    private Json() {}

    /** The object that the text is. */
    public static JsonObject object(String text) {
        return (JsonObject) JsonParser.parse(text);
    }

    /** The array that the text is. */
    public static JsonArray array(String text) {
        return (JsonArray) JsonParser.parse(text);
    }
}
