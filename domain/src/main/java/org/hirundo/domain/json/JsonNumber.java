package org.hirundo.domain.json;

/** A JSON number. Matrix events from room version 6 on hold integers only; other JSON may hold decimals. */
public sealed interface JsonNumber extends JsonValue permits JsonInteger, JsonDecimal {}
