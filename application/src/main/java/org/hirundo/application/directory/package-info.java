/**
 * Names for rooms, and the list of rooms that the server publishes. Read {@link
 * org.hirundo.application.directory.Aliases} first.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#room-aliases">Client-Server API, "Room aliases"</a>
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#published-room-directory">"Published room directory"</a>
 */
@NullMarked
package org.hirundo.application.directory;

import org.jspecify.annotations.NullMarked;
