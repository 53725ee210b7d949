/**
 * Signatures and password hashes with Bouncy Castle's lightweight API, which is many times faster than the JDK's Ed25519 and
 * has the Argon2 and bcrypt that the JDK has not.
 *
 * <p>Read {@link org.hirundo.crypto.BouncyCastleEd25519} and {@link org.hirundo.crypto.Argon2PasswordHashing}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/appendices/#signing-json">Signing JSON</a>
 */
@NullMarked
package org.hirundo.crypto;

import org.jspecify.annotations.NullMarked;
