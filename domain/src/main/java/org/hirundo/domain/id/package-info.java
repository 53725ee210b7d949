/**
 * Identifiers: parsed once at the border, right from then on.
 *
 * <p>What other servers made is accepted in the historical grammars; what this server makes follows today's. Read {@link
 * org.hirundo.domain.id.UserId} and {@link org.hirundo.domain.id.ServerName} first.
 *
 * @see <a href="https://spec.matrix.org/v1.19/appendices/#identifier-grammar">Identifier grammar</a>
 */
@NullMarked
package org.hirundo.domain.id;

import org.jspecify.annotations.NullMarked;
