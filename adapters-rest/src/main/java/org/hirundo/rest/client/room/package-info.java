/** Rooms, their state and history, on the paths of the client-server API. */
@NullMarked
package org.hirundo.rest.client.room;

import org.jspecify.annotations.NullMarked;
