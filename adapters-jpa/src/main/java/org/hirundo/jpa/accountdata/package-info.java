/** Account data in relational databases. Read {@link org.hirundo.jpa.accountdata.JpaAccountDataStore} first. */
@NullMarked
package org.hirundo.jpa.accountdata;

import org.jspecify.annotations.NullMarked;
