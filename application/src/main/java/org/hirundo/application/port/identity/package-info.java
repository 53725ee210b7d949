/**
 * Identity servers, which know whose third-party identifiers are. Read {@link
 * org.hirundo.application.port.identity.IdentityServers}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/identity-service-api/">Identity Service API</a>
 */
@NullMarked
package org.hirundo.application.port.identity;

import org.jspecify.annotations.NullMarked;
