/** Accounts in relational databases. Read {@link org.hirundo.jpa.account.JpaAccountStore} first. */
@NullMarked
package org.hirundo.jpa.account;

import org.jspecify.annotations.NullMarked;
