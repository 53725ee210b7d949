/** Aliases and the list of published rooms in relational databases. Read {@link org.hirundo.jpa.directory.JpaDirectoryStore} first. */
@NullMarked
package org.hirundo.jpa.directory;

import org.jspecify.annotations.NullMarked;
