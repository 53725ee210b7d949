/** Commits in relational databases: what is written where, in which order. Read {@link org.hirundo.jpa.stream.JpaStreamStore} first. */
@NullMarked
package org.hirundo.jpa.stream;

import org.jspecify.annotations.NullMarked;
