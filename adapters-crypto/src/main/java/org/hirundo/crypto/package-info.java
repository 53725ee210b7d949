/**
 * The cryptographic primitives that the domain and the application ask for: Ed25519 signatures and password hashes by
 * Argon2id, with Bouncy Castle's lightweight API.
 *
 * <p>What is signed, hashed or compared is decided by the callers.
 *
 * @see <a href="https://spec.matrix.org/v1.19/appendices/#signing-details">Signing details</a>
 */
@NullMarked
package org.hirundo.crypto;

import org.jspecify.annotations.NullMarked;
