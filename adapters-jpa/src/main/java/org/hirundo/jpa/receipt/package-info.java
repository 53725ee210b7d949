/** Receipts in relational databases, see {@link org.hirundo.jpa.receipt.JpaReceiptStore}. */
@NullMarked
package org.hirundo.jpa.receipt;

import org.jspecify.annotations.NullMarked;
