/** Key backups in relational databases. Read {@link org.hirundo.jpa.backup.JpaKeyBackupStore} first. */
@NullMarked
package org.hirundo.jpa.backup;

import org.jspecify.annotations.NullMarked;
