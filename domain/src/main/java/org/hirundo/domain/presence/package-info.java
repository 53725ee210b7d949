/**
 * Presence: whether users are there, as their devices, their doings and the passing of time make it.
 *
 * <p>{@link org.hirundo.domain.presence.UserPresence} is the state machine of a local user, {@link
 * org.hirundo.domain.presence.PresenceStatus} what others see of anybody, {@link org.hirundo.domain.presence.PresenceTimers}
 * how long things last.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#presence">Presence</a>
 */
@NullMarked
package org.hirundo.domain.presence;

import org.jspecify.annotations.NullMarked;
