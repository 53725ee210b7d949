/** The search index in relational databases, see {@link org.hirundo.jpa.search.JpaSearchStore}. */
@NullMarked
package org.hirundo.jpa.search;

import org.jspecify.annotations.NullMarked;
