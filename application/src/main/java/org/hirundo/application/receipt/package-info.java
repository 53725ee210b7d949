/** How far users have read. Read {@link org.hirundo.application.receipt.Receipts} first. */
@NullMarked
package org.hirundo.application.receipt;

import org.jspecify.annotations.NullMarked;
