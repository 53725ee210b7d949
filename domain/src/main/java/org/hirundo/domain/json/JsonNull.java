package org.hirundo.domain.json;

/** {@code null}. */
public enum JsonNull implements JsonValue {
    /** The one null. */
    NULL
}
