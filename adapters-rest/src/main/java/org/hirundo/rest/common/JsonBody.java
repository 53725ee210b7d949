package org.hirundo.rest.common;

import org.hirundo.domain.json.JsonWriter;

/** An answer that is written already. */
public record JsonBody(JsonWriter json) {}
