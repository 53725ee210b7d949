/** Key backups in MongoDB, see {@link org.hirundo.mongo.backup.MongoKeyBackupStore}. */
@NullMarked
package org.hirundo.mongo.backup;

import org.jspecify.annotations.NullMarked;
