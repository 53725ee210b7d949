/** Client transactions and what they were answered, see {@link org.hirundo.mongo.transaction.ClientTransactions}. */
@NullMarked
package org.hirundo.mongo.transaction;

import org.jspecify.annotations.NullMarked;
