/** What every storage guarantees of key backups. Read {@link org.hirundo.contract.backup.KeyBackupStoreContract}. */
@NullMarked
package org.hirundo.contract.backup;

import org.jspecify.annotations.NullMarked;
