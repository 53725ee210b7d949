/** Key backups in relational databases, see {@link org.hirundo.jpa.backup.JpaKeyBackupStore}. */
@NullMarked
package org.hirundo.jpa.backup;

import org.jspecify.annotations.NullMarked;
