/**
 * How durable changes are ordered, committed in groups and told to whoever waits.
 *
 * <p>A change is handed to the {@link org.hirundo.application.stream.Committer}, which makes all that is waiting one
 * transaction; then the {@link org.hirundo.application.stream.Stream} publishes it: listeners follow, and long polls are
 * woken through {@link org.hirundo.application.stream.Waiters}.
 *
 * <p>Who reacts to events in its own time is a {@link org.hirundo.application.stream.Follower}.
 */
@NullMarked
package org.hirundo.application.stream;

import org.jspecify.annotations.NullMarked;
