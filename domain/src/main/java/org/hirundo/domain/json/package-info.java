/**
 * Strict JSON, and its canonical form.
 *
 * <p>Events are arbitrary JSON whose canonical bytes are hashed and signed, so one reader decides what an event is: its
 * hash and its meaning cannot come apart. Read {@link org.hirundo.domain.json.JsonObject}, {@link
 * org.hirundo.domain.json.JsonParser} and {@link org.hirundo.domain.json.CanonicalJson} first.
 *
 * @see <a href="https://spec.matrix.org/v1.19/appendices/#canonical-json">Canonical JSON</a>
 */
@NullMarked
package org.hirundo.domain.json;

import org.jspecify.annotations.NullMarked;
