/**
 * Who asks: access tokens, and the sessions they belong to.
 *
 * <p>{@link org.hirundo.application.session.Authenticate} makes a {@link org.hirundo.application.session.Requester} of an
 * access token; {@link org.hirundo.application.session.Sessions} opens and ends sessions for whoever may.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#using-access-tokens">Using access tokens</a>
 */
@NullMarked
package org.hirundo.application.session;

import org.jspecify.annotations.NullMarked;
