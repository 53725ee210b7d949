/**
 * Storage on relational databases through Jakarta Persistence: SQLite, PostgreSQL and MariaDB, with EclipseLink or
 * Hibernate.
 *
 * <p>The call of a port is the transaction. Rows are private to their package, keys and positions are assigned by us, and
 * the schema is ours too, never generated.
 */
@NullMarked
package org.hirundo.jpa;

import org.jspecify.annotations.NullMarked;
