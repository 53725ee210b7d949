/**
 * Receipts: how far users have read, in rooms and in threads, in public or in private.
 *
 * <p>Read {@link org.hirundo.domain.receipt.Receipt}, {@link org.hirundo.domain.receipt.ReceiptThread} and {@link
 * org.hirundo.domain.receipt.ReadUpTo}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#receipts">Receipts</a>
 */
@NullMarked
package org.hirundo.domain.receipt;

import org.jspecify.annotations.NullMarked;
