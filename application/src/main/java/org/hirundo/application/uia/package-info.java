/**
 * User-interactive authentication: operations that ask for more than an access token.
 *
 * <p>Read {@link org.hirundo.application.uia.InteractiveAuth} and {@link org.hirundo.application.uia.Stage}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#user-interactive-authentication-api">User-interactive
 *     authentication API</a>
 */
@NullMarked
package org.hirundo.application.uia;

import org.jspecify.annotations.NullMarked;
