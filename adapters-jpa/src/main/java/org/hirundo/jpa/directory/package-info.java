/** Room aliases and published rooms in relational databases, see {@link org.hirundo.jpa.directory.JpaDirectoryStore}. */
@NullMarked
package org.hirundo.jpa.directory;

import org.jspecify.annotations.NullMarked;
