package org.hirundo.domain.json;

/** An immutable JSON value, as one strict parser reads it. */
public sealed interface JsonValue permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {}
