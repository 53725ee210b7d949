/** Account data in relational databases, see {@link org.hirundo.jpa.accountdata.JpaAccountDataStore}. */
@NullMarked
package org.hirundo.jpa.accountdata;

import org.jspecify.annotations.NullMarked;
