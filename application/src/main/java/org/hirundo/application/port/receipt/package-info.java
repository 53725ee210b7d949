/**
 * Read receipts. Read {@link org.hirundo.application.port.receipt.ReceiptStore} first.
 */
@NullMarked
package org.hirundo.application.port.receipt;

import org.jspecify.annotations.NullMarked;
