/**
 * Server-side key backups. Read {@link org.hirundo.application.backup.PutRoomKeys}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#server-side-key-backups">Server-side key backups</a>
 */
@NullMarked
package org.hirundo.application.backup;

import org.jspecify.annotations.NullMarked;
