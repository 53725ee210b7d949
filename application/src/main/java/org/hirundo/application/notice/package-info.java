/**
 * What the server itself has to say to its users. Read {@link org.hirundo.application.notice.SendServerNotice} first.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#server-notices">Client-Server API, "Server Notices"</a>
 */
@NullMarked
package org.hirundo.application.notice;

import org.jspecify.annotations.NullMarked;
