/**
 * End-to-end encryption as far as a server has part in it: keys that devices and users publish, who signed them, who may see
 * that, and encrypted backups of keys. The server reads no message and holds no secret.
 *
 * <p>{@link org.hirundo.domain.e2ee.KeysUpload}, {@link org.hirundo.domain.e2ee.CrossSigningUpload} and {@link
 * org.hirundo.domain.e2ee.SignaturesUpload} check what is published; {@link org.hirundo.domain.e2ee.KeyVisibility} says what
 * others see of it; {@link org.hirundo.domain.e2ee.BackedUpKeys} chooses the better of two backed-up keys.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#end-to-end-encryption">End-to-end encryption</a>
 */
@NullMarked
package org.hirundo.domain.e2ee;

import org.jspecify.annotations.NullMarked;
