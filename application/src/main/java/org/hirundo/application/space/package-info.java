/**
 * What rooms show to users who are not in them: their summaries, and the trees of rooms that spaces make of them. Read {@link
 * org.hirundo.application.space.RoomPreviews} first.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#spaces">Client-Server API, "Spaces"</a>
 */
@NullMarked
package org.hirundo.application.space;

import org.jspecify.annotations.NullMarked;
