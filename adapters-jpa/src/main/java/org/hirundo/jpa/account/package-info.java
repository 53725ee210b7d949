/** Accounts in relational databases, see {@link org.hirundo.jpa.account.JpaAccountStore}. */
@NullMarked
package org.hirundo.jpa.account;

import org.jspecify.annotations.NullMarked;
