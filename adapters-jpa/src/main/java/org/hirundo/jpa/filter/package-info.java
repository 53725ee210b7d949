/** Filters in relational databases, see {@link org.hirundo.jpa.filter.JpaFilterStore}. */
@NullMarked
package org.hirundo.jpa.filter;

import org.jspecify.annotations.NullMarked;
