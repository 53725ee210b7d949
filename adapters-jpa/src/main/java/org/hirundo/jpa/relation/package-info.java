/** Relations in relational databases, see {@link org.hirundo.jpa.relation.JpaRelationStore}. */
@NullMarked
package org.hirundo.jpa.relation;

import org.jspecify.annotations.NullMarked;
