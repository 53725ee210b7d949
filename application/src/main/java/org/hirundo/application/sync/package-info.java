/**
 * {@code /sync}: what happened since a token, gathered from sources that each read once for all rooms.
 *
 * <p>A request registers with the waiters, then samples the position, then looks; when there is nothing and time is left it
 * parks until it is woken. Read {@link org.hirundo.application.sync.Sync}, {@link
 * org.hirundo.application.sync.SyncWindow} and {@link org.hirundo.application.sync.RoomsSource} first.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#syncing">Syncing</a>
 */
@NullMarked
package org.hirundo.application.sync;

import org.jspecify.annotations.NullMarked;
