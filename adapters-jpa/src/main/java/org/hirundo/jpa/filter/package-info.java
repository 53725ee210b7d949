/** Filters in relational databases. Read {@link org.hirundo.jpa.filter.JpaFilterStore} first. */
@NullMarked
package org.hirundo.jpa.filter;

import org.jspecify.annotations.NullMarked;
