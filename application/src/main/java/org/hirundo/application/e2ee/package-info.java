/**
 * Keys for end-to-end encryption: what devices and users publish, and what others get of it.
 *
 * <p>Read {@link org.hirundo.application.e2ee.UploadKeys}, {@link org.hirundo.application.e2ee.QueryKeys} and {@link
 * org.hirundo.application.e2ee.ClaimKeys}. What makes a key good is a matter of {@link org.hirundo.domain.e2ee}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#end-to-end-encryption">End-to-end encryption</a>
 */
@NullMarked
package org.hirundo.application.e2ee;

import org.jspecify.annotations.NullMarked;
