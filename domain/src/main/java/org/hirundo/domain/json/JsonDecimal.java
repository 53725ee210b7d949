package org.hirundo.domain.json;

import java.math.BigDecimal;

/** A number with a fraction or an exponent, or an integer beyond 64 bits. Canonical JSON from room version 6 on has none. */
public record JsonDecimal(BigDecimal value) implements JsonNumber {}
