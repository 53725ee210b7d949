/** Aliases and published rooms in MongoDB, see {@link org.hirundo.mongo.directory.MongoDirectoryStore}. */
@NullMarked
package org.hirundo.mongo.directory;

import org.jspecify.annotations.NullMarked;
