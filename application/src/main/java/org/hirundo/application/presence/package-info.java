/** Who is there: in memory alone, with positions of the ephemeral stream. Read {@link org.hirundo.application.presence.PresenceBoard} first. */
@NullMarked
package org.hirundo.application.presence;

import org.jspecify.annotations.NullMarked;
