/**
 * What is hashed and signed, and how that is written down; the primitive itself is {@link
 * org.hirundo.domain.crypto.Ed25519}, which is passed in. Read {@link org.hirundo.domain.crypto.Signatures} first.
 *
 * @see <a href="https://spec.matrix.org/v1.19/appendices/#signing-json">Signing JSON</a>
 */
@NullMarked
package org.hirundo.domain.crypto;

import org.jspecify.annotations.NullMarked;
