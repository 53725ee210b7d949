/** Client transactions in relational databases, see {@link org.hirundo.jpa.transaction.ClientTransactions}. */
@NullMarked
package org.hirundo.jpa.transaction;

import org.jspecify.annotations.NullMarked;
