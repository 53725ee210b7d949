/**
 * Server-side key backups. Read {@link org.hirundo.application.port.backup.KeyBackupStore} first.
 */
@NullMarked
package org.hirundo.application.port.backup;

import org.jspecify.annotations.NullMarked;
