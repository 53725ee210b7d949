package org.hirundo.domain.json;

/** A JSON string. It never holds a lone surrogate, so it always has a UTF-8 form. */
public record JsonString(String value) implements JsonValue {}
