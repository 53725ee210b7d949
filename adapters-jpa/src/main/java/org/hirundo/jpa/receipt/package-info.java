/** Receipts in relational databases. Read {@link org.hirundo.jpa.receipt.JpaReceiptStore} first. */
@NullMarked
package org.hirundo.jpa.receipt;

import org.jspecify.annotations.NullMarked;
