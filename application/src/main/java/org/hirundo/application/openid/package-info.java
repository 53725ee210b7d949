/**
 * Proving to a service, such as a widget or a call server, who one is. Read {@link
 * org.hirundo.application.openid.IssueOpenIdToken} first.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#openid">Client-Server API, "OpenID"</a>
 * @see <a href="https://spec.matrix.org/v1.19/server-server-api/#openid">Server-Server API, "OpenID"</a>
 */
@NullMarked
package org.hirundo.application.openid;

import org.jspecify.annotations.NullMarked;
